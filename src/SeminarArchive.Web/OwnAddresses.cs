using System.Text.RegularExpressions;

namespace SeminarArchive.Web;

/// <summary>The addresses that the site answers itself, so that no old address can stand there.</summary>
public static partial class OwnAddresses
{
    /// <summary>Whether a path has the form of one, seminars' pages excepted; capitals and the final slash do not count.</summary>
    public static bool Has(string path) => Form().IsMatch(path.ToLowerInvariant().TrimEnd('/'));

    private const string Collection = @"(/(author|category|speaker|affiliation|tag)/[^/?]+|/\d{4}(/(0?[1-9]|1[0-2]))?)?";

    [GeneratedRegex(
        "^(" + Collection + @"(/page/\d+|/feed(/(atom|json))?(/archive/\d+)?|/cite\.(bib|ris|json)|/calendar\.ics)?"
        + @"|/(all|about|search|authors|speakers|affiliations|categories|tags|years|error|not-found)"
        + @"|/search/(page/\d+|suggest\.json|cite\.(bib|ris|json))"
        + @"|/api(/.*)?"
        + @"|/export(/seminars\.(csv|jsonl))?|/llms\.txt|/oembed"
        + @"|/healthz|/readyz|/oai|/robots\.txt|/opensearch\.xml|/sitemap(-\d+)?\.xml"
        + ")$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
