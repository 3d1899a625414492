using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SeminarArchive.Web;

/// <summary>The configuration section <c>Site</c>: appsettings.json, or environment variables <c>Site__Title</c> and so on.</summary>
public sealed partial class SiteOptions
{
    private CultureInfo? _culture;

    public string Title { get; set; } = "Seminar Archive";

    /// <summary>What the seminars are on, to follow "412 seminars on …"; may be empty.</summary>
    public string Subject { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>Public address, such as <c>https://seminars.example.org</c>; empty: the address of each request.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>
    /// The address that the archive had first, such as <c>http://www.example.org</c>: identifiers in feeds and calendars are made from it and stay when
    /// <see cref="BaseUrl"/> changes. Empty: BaseUrl.
    /// </summary>
    public string FirstUrl { get; set; } = "";

    /// <summary>Who answers mail about the archive, as harvesters are told; empty: <c>webmaster</c> at the public host.</summary>
    public string AdminEmail { get; set; } = "";

    /// <summary>IANA name of the zone in which times without one of their own are.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>BCP 47 tag of the pages' language, and of abstracts that name none.</summary>
    public string Language { get; set; } = "en-GB";

    /// <summary>Empty: the repository's <c>content/</c> when run from source, <c>content</c> beside the published program otherwise.</summary>
    public string ContentPath { get; set; } = "";

    /// <summary>Where the database is kept. Empty: <c>data</c> beside the program.</summary>
    public string DataPath { get; set; } = "";

    /// <summary>Seminars on one page of a list, 1 to 200.</summary>
    public int PageSize { get; set; } = 20;

    /// <summary>Memory for pages that have been made already, in millions of bytes, 0 to 100,000; 0 keeps none.</summary>
    public int CacheMegabytes { get; set; } = 256;

    /// <summary>
    /// Where, besides the public address, the site also listens so that its keepers see <c>/status/</c>; an IP address or localhost, with a port.
    /// Empty: nowhere. In Development the page is at the public address.
    /// </summary>
    public string ManagementUrl { get; set; } = "http://127.0.0.1:5081";

    /// <summary>False: content is read when the program starts and not again, as suits an image that never changes.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>How often the content folder is looked through although nothing was heard from it; half a second to an hour. Null: as the folder's disk demands.</summary>
    public TimeSpan? PollInterval { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>The English by whose rules dates are written; British where the pages' language is another. Months are cut to three letters.</summary>
    public CultureInfo Culture => _culture ??= English(Language);

    /// <summary>What goes before a path to make it an absolute address.</summary>
    public string OriginOf(HttpRequest request) => BaseUrl.Length > 0 ? BaseUrl : $"{request.Scheme}://{request.Host}";

    /// <summary>Scheme and host from which identifiers are made that shall stay for ever.</summary>
    public string FirstOriginOf(HttpRequest request) => FirstUrl.Length > 0 ? FirstUrl : OriginOf(request);

    /// <summary>The host of <see cref="FirstOriginOf"/>, in ASCII: what makes identifiers of seminars unique in the world.</summary>
    public string AuthorityOf(HttpRequest request) => new Uri(FirstOriginOf(request)).IdnHost;

    /// <summary>Whether a request came to the host of <see cref="BaseUrl"/>, whatever the port; always where none is configured.</summary>
    public bool IsPublicHost(HttpRequest request) =>
        BaseUrl.Length == 0 || string.Equals(new HostString(new Uri(BaseUrl).Host).ToUriComponent(), new HostString(request.Host.Host).ToUriComponent(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The section, with paths made absolute.</summary>
    /// <exception cref="SiteOptionsException">A value cannot be used; says which and what to write instead, for all of them.</exception>
    public static SiteOptions From(IConfiguration configuration)
    {
        var problems = new List<string>();
        var section = configuration.GetSection("Site");
        var options = new SiteOptions();
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException)
        {
            if (section["PageSize"] is { } size && !int.TryParse(size, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) problems.Add($"Site:PageSize is \"{size}\"; write a whole number, such as 20.");
            if (section["CacheMegabytes"] is { } cache && !int.TryParse(cache, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) problems.Add($"Site:CacheMegabytes is \"{cache}\"; write a whole number, such as 256.");
            if (section["PollInterval"] is { } poll && !TimeSpan.TryParse(poll, CultureInfo.InvariantCulture, out _)) problems.Add($"Site:PollInterval is \"{poll}\"; write a time, such as 00:00:05.");
            if (section["Watch"] is { } watch && !bool.TryParse(watch, out _)) problems.Add($"Site:Watch is \"{watch}\"; write true or false.");
            if (problems.Count == 0) problems.Add("The section Site cannot be read; compare it with appsettings.json as it came.");
        }

        if (string.IsNullOrWhiteSpace(options.Title)) problems.Add("Site:Title is empty; write the name of the archive.");
        if (options.PageSize is < 1 or > 200) problems.Add($"Site:PageSize is {options.PageSize}; write a number from 1 to 200.");
        if (options.CacheMegabytes is < 0 or > 100_000) problems.Add($"Site:CacheMegabytes is {options.CacheMegabytes}; write a number from 0 to 100000.");
        if (options.PollInterval is { } often && (often < TimeSpan.FromMilliseconds(500) || often > TimeSpan.FromHours(1))) problems.Add($"Site:PollInterval is {options.PollInterval}; write a time such as 00:00:05, from half a second to an hour.");
        // The system tells capital letters from small ones, unless it was asked for the same zone before.
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var known) ? known.Id : DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(i => i.Equals(options.TimeZone, StringComparison.OrdinalIgnoreCase));
        if (zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) options.TimeZone = zone;
        else problems.Add($"Site:TimeZone \"{options.TimeZone}\" is not known; write an IANA name, such as Europe/London.");
        if (!LanguageTag().IsMatch(options.Language)) problems.Add($"Site:Language \"{options.Language}\" is not a language tag; write one such as en-GB.");
        foreach (var (name, address) in (ReadOnlySpan<(string, string)>)[("BaseUrl", options.BaseUrl), ("FirstUrl", options.FirstUrl)])
        {
            if (address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" })) continue;
            problems.Add($"Site:{name} \"{address}\" is not the address of a site; write one such as https://seminars.example.org, without a path.");
        }

        if (options.AdminEmail.Length > 0 && !Mailbox().IsMatch(options.AdminEmail)) problems.Add($"Site:AdminEmail \"{options.AdminEmail}\" is no mail address; write one such as library@example.org, or nothing.");

        if (options.ManagementUrl.Length > 0 && !(Uri.TryCreate(options.ManagementUrl, UriKind.Absolute, out var door) && door is { Scheme: "http", PathAndQuery: "/" }
            && (door.Host == "localhost" || System.Net.IPAddress.TryParse(door.Host.Trim('[', ']'), out _))))
        {
            problems.Add($"Site:ManagementUrl \"{options.ManagementUrl}\" is no address to listen at; write one such as http://127.0.0.1:5081, or nothing.");
        }

        options.BaseUrl = options.BaseUrl.TrimEnd('/');
        options.FirstUrl = options.FirstUrl.TrimEnd('/');
        options.ContentPath = Path.GetFullPath(options.ContentPath.Length > 0 ? options.ContentPath : Path.Combine(Home.Repository ?? AppContext.BaseDirectory, "content"));
        options.DataPath = Path.GetFullPath(options.DataPath.Length > 0 ? options.DataPath : Path.Combine(Home.Program, "data"));
        if (!Directory.Exists(options.ContentPath)) problems.Add($"Site:ContentPath \"{options.ContentPath}\" is no folder; write the path of the folder that holds seminars/.");

        return problems.Count == 0 ? options : throw new SiteOptionsException(string.Join('\n', problems));
    }

    /// <summary>Makes the data folder, for who is about to write into it.</summary>
    /// <exception cref="SiteOptionsException">It cannot be made, or written to.</exception>
    public void MakeDataFolder()
    {
        try
        {
            Directory.CreateDirectory(DataPath);
            using var probe = new FileStream(Path.Combine(DataPath, $".{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteOptionsException($"Site:DataPath \"{DataPath}\" cannot be written to; write the path of a folder in which this program may make files.");
        }
    }

    /// <summary>The language of a text that must be marked as such; null when it is the pages' own.</summary>
    public string? Foreign(string? language) =>
        language is null || string.Equals(language.Split('-')[0], Language.Split('-')[0], StringComparison.OrdinalIgnoreCase) ? null : language;

    private static CultureInfo English(string language)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(language.StartsWith("en-", StringComparison.OrdinalIgnoreCase) ? language : "en-GB").Clone();
        string[] months = [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames];
        culture.DateTimeFormat.AbbreviatedMonthNames = months;
        culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = months;
        return CultureInfo.ReadOnly(culture);
    }

    [GeneratedRegex(@"^[^\s@<>""(),:;\[\]\\]+@([^\s@.<>""(),:;\[\]\\]+\.)+[^\s@.<>""(),:;\[\]\\]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}

/// <summary>The configuration cannot be used; the message is meant for whoever runs the site.</summary>
public sealed class SiteOptionsException(string message) : Exception(message);
