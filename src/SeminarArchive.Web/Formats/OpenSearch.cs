using System.Globalization;
using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>The description by which browsers take the archive's search among their own: OpenSearch 1.1, with Mozilla's and the suggestions extension.</summary>
public static class OpenSearch
{
    public const string Address = "/opensearch.xml";

    public const string ContentType = "application/opensearchdescription+xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";
    private const string Mozilla = "http://www.mozilla.org/2006/browser/search/";
    private const string Terms = "?q={searchTerms}";

    public static void MapOpenSearch(this WebApplication app) => app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new FromSettings());

    private static IResult Answer(HttpContext context, SiteOptions site)
    {
        return Results.Bytes(Describe(site, site.OriginOf(context.Request)), ContentType + "; charset=utf-8");
    }

    private static byte[] Describe(SiteOptions site, string origin)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteAttributeString("xmlns", "moz", null, Mozilla);
            xml.WriteElementString("ShortName", Namespace, Cut(site.Title, 16));
            xml.WriteElementString("LongName", Namespace, Cut(site.Title, 48));
            xml.WriteElementString("Description", Namespace, Cut(site.Description.Length > 0 ? site.Description : $"Search {site.Title}", 1024));
            WriteUrl(xml, "text/html", origin + Addresses.Search + Terms);
            WriteUrl(xml, "application/x-suggestions+json", origin + Addresses.Suggestions + Terms);
            WriteUrl(xml, ContentType, origin + Address, "self");
            xml.WriteStartElement("Image", Namespace);
            xml.WriteAttributeString("type", "image/svg+xml");
            xml.WriteString(origin + "/favicon.svg");
            xml.WriteEndElement();
            xml.WriteElementString("Language", Namespace, site.Language);
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("SearchForm", Mozilla, origin + Addresses.Search);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteUrl(XmlWriter xml, string type, string template, string? rel = null)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("type", type);
        if (rel is not null) xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }

    // The format's limits: whole words where at least one fits, else whole characters as readers count them.
    private static string Cut(string text, int length)
    {
        text = string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value))).Trim();
        if (text.Length <= length) return text;

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= length) end = next;
        if (!char.IsWhiteSpace(text[end]) && text.LastIndexOf(' ', end - 1) is > 0 and var space) end = space;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—', '&');
    }
}
