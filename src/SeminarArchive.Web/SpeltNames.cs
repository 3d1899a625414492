using SeminarArchive.Content;

namespace SeminarArchive.Web;

/// <summary>Addresses of lists that name what they are of as it is printed: <c>/category/Maths &amp; Logic/</c>.</summary>
public static class SpeltNames
{
    /// <summary>Whether what an address names a list by is no slug, so that no list is there: a slug is its own.</summary>
    public static bool Has(string path) => path.Split('/') is ["", "category" or "tag" or "speaker" or "author" or "affiliation", { Length: > 0 } name, ..] && Slug.From(name) != name;

    /// <summary>Such an address with the slug that the archive would give the name, <c>/category/maths-logic/</c>; null of every other one.</summary>
    /// <param name="path">Not percent-encoded; nor is the result.</param>
    public static string? Slugged(string path)
    {
        if (!Has(path) || path.Split('/') is not ["", var kind, var name, .. var rest]) return null;

        var slug = kind switch
        {
            "category" or "tag" => Slug.OfSubject(name),
            "speaker" => PersonName.Parse(name).Slug,
            _ => Slug.From(name),
        };
        return slug.Length > 0 && $"/{kind}/{slug}/{string.Join('/', rest)}" is var address && OwnAddresses.Has(address) ? address : null;
    }
}
