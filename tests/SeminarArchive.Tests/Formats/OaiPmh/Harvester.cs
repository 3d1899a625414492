using System.Net;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SeminarArchive.Web;

namespace SeminarArchive.Tests.Formats.OaiPmh;

/// <summary>A harvester that takes nothing that is not valid by the schemas of everything in it.</summary>
internal static class Harvester
{
    public static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Mods = "http://www.loc.gov/mods/v3";

    private static readonly XmlSchemaSet Schemas = Load();

    extension(Site site)
    {
        /// <summary>The root of the valid answer to <c>verb=Identify</c> and the like.</summary>
        public async Task<XElement> HarvestAsync(string query)
        {
            using var answer = await site.GetAsync("/oai?" + query);
            return await ReadAsync(answer, query);
        }

        public async Task<XElement> HarvestAsync(HttpContent form)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/oai") { Content = form };
            using var answer = await site.SendAsync(request);
            return await ReadAsync(answer, "by POST");
        }

        /// <summary>The codes of the errors in the answer, and whether it repeats the arguments.</summary>
        public async Task<string> RefusalAsync(string query)
        {
            var root = await site.HarvestAsync(query);
            Assert.Equal([], root.Elements().Skip(2).Select(e => e.Name.LocalName).Except(["error"]));
            return string.Join(" ", root.Elements(Oai + "error").Select(e => (string)e.Attribute("code")!)) + (root.Element(Oai + "request")!.HasAttributes ? " +" : "");
        }

        /// <summary>All records of a list, page by page.</summary>
        public async Task<List<XElement>> HarvestAllAsync(string query, Func<int, Task>? between = null)
        {
            var verb = query.Split('&')[0];
            var all = new List<XElement>();
            for (var page = 1; ; page++)
            {
                var list = (await site.HarvestAsync(query)).Elements().Last();
                Assert.Equal(verb, "verb=" + list.Name.LocalName);
                all.AddRange(list.Elements().Where(e => e.Name.LocalName != "resumptionToken"));
                if (list.Element(Oai + "resumptionToken")?.Value is not { Length: > 0 } token) return all;
                if (between is not null) await between(page);
                query = $"{verb}&resumptionToken={token}";
            }
        }
    }

    /// <summary><c>knots 2020-02-13T00:00:00Z</c>; of a deleted one, <c>-knots …</c>.</summary>
    public static string Header(XElement element)
    {
        var header = element.Name.LocalName == "header" ? element : element.Element(Oai + "header")!;
        return $"{(header.Attribute("status") is { Value: "deleted" } ? "-" : "")}{header.Element(Oai + "identifier")!.Value.Split(':')[2]} {header.Element(Oai + "datestamp")!.Value}";
    }

    public static IEnumerable<string> Headers(XElement root) => root.Descendants(Oai + "header").Select(Header);

    private static async Task<XElement> ReadAsync(HttpResponseMessage answer, string asked)
    {
        Assert.Equal((asked, HttpStatusCode.OK, "text/xml; charset=utf-8", "no-store"), (asked, answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.ToString()));
        var problems = new List<string>();
        var text = await answer.Content.ReadAsStringAsync();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints };
        settings.ValidationEventHandler += (_, e) => problems.Add(e.Message);
        using (var reader = XmlReader.Create(new StringReader(text), settings))
        {
            new XmlDocument().Load(reader);
        }

        Assert.Equal((asked, ""), (asked, string.Join('\n', problems)));
        var root = XElement.Parse(text);
        Assert.Equal(Oai + "OAI-PMH", root.Name);
        return root;
    }

    private static XmlSchemaSet Load()
    {
        var folder = Path.Combine(Home.Repository!, "tests", "SeminarArchive.Tests", "Schemas");
        var schemas = new XmlSchemaSet { XmlResolver = new Local(folder) };
        foreach (var name in new[] { "OAI-PMH.xsd", "oai_dc.xsd", "oai-identifier.xsd", "mods-3-6.xsd" })
        {
            using var reader = XmlReader.Create(File.OpenRead(Path.Combine(folder, name)), new XmlReaderSettings { CloseInput = true, DtdProcessing = DtdProcessing.Ignore }, Local.Place + name);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }

    // Whatever the address, the file of that name, which is one schema however it is called.
    private sealed class Local(string folder) : XmlResolver
    {
        public const string Place = "http://schemas.invalid/";

        public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => new(Place + relativeUri!.Split('/')[^1]);

        public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => File.OpenRead(Path.Combine(folder, Path.GetFileName(absoluteUri.AbsolutePath)));
    }
}
