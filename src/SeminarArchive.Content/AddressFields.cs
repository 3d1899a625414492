namespace SeminarArchive.Content;

/// <summary>Where a seminar stands on the site, and where it stood before.</summary>
internal static class AddressFields
{
    private const int MaxAliases = 100;

    /// <summary>From <c>slug:</c>, else the last part of <c>permalink:</c>, else the file's name; null with a problem when nothing is left of it.</summary>
    public static string? SlugOf(FrontMatterFields fields, string path)
    {
        var field = fields.One("slug");
        if (field is not null && fields.Text(field, 400) is { } written) return SlugOf(field, written, fields.Problems);

        if (fields.One("permalink") is { } permalink && fields.Text(permalink, 1000) is { } address && LastPart(address) is { Length: > 0 } last) return last;

        var fromName = Slug.From(FileName.Parse(path).Rest);
        if (fromName.Length > 0) return fromName;
        Empty(new Place(1, 1), Path.GetFileName(path), fields.Problems);
        return null;
    }

    /// <summary>From what <c>slug:</c> says; null with a problem when nothing is left of it.</summary>
    public static string? SlugOf(WrittenField field, string written, ProblemList problems)
    {
        var slug = Slug.From(written);
        if (slug.Length == 0)
        {
            Empty(field.Place, written, problems);
            return null;
        }

        if (slug != written) problems.Add(Rules.SlugChanged, field.Place, $"The slug {PlainText.Quote(written)} becomes \"{slug}\" in the address.", $"Write:  slug: {slug}");
        return slug;
    }

    /// <summary>Old addresses as paths with their query.</summary>
    public static IReadOnlyList<string> Aliases(FrontMatterFields fields)
    {
        if (fields.One("aliases") is not { } field) return [];
        var paths = new List<string>();
        foreach (var (text, place) in fields.Texts(field, 1000, MaxAliases, line => line.Split((char[])[',', ' '])))
        {
            if (PathOf(text) is { } path) paths.Add(path);
            else Unreadable(text, place, fields.Problems);
        }

        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    private static string LastPart(string address)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri!.AbsolutePath : address.Split('?', '#')[0];
        var last = path.TrimEnd('/').Split('/')[^1];
        if (last.Contains(':', StringComparison.Ordinal) || last.Contains('{', StringComparison.Ordinal)) return "";
        var dot = last.LastIndexOf('.');
        if (dot > 0 && last[dot..] is ".html" or ".htm" or ".php" or ".aspx" or ".md") last = last[..dot];
        return Slug.From(Uri.UnescapeDataString(last));
    }

    public static void Unreadable(string text, Place place, ProblemList problems) =>
        problems.Add(Rules.AliasUnreadable, place, $"{PlainText.Quote(text)} is not an old address of this site and is left out.",
            "Write what followed the site's name, beginning with a slash:  /2019/03/knots/");

    /// <summary>An old address as a path with its query, from the path or the whole address; null when it is none.</summary>
    public static string? PathOf(string text)
    {
        if (Links.Scheme(text) is { } scheme)
        {
            if (scheme is not ("http" or "https") || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
            text = uri.PathAndQuery;
        }

        if (text.Contains('\\', StringComparison.Ordinal) || text.StartsWith("//", StringComparison.Ordinal) || text.Any(char.IsWhiteSpace)) return null;
        var path = text.Split('#')[0];
        if (path.Length == 0 || path.Split('?')[0].Split('/').Contains("..")) return null;
        path = path[0] == '/' ? path : "/" + path;
        return path == "/" ? null : path;
    }

    private static void Empty(Place place, string text, ProblemList problems) =>
        problems.Add(Rules.SlugEmpty, place, $"No address can be made from {PlainText.Quote(text)}: it has no letter and no digit.", "Add a line such as  slug: knots  to the front matter.");
}
