namespace SeminarArchive.Content;

/// <summary>A file of the content folder that a seminar or a page points to.</summary>
/// <param name="Written">The path as its editor wrote it; in a text, as the site prints it there.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Url">The path as the site prints it: <c>/slides/x.pdf</c>.</param>
/// <param name="IsInText">True for a link or image of an abstract or a page rather than a field.</param>
internal sealed record LocalFile(string Written, Place Place, string Url, bool IsInText = false)
{
    private static readonly string[] Fields = ["slides", "recording", "resources"];

    /// <summary>Those of one file, in the order in which they stand there.</summary>
    public static IEnumerable<LocalFile> In(Reading reading)
    {
        if (reading.Seminar is not { } seminar || reading.Fields is not { } fields) yield break;
        var known = seminar.Resources.Select(resource => resource.Url).Where(url => url.StartsWith('/')).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0) yield break;

        var silent = new ProblemList(reading.Path, reading.Lines);
        foreach (var text in fields.Written.Where(field => Fields.Contains(field.Field.Name)).SelectMany(field => Texts(field.Value)))
        {
            if (Links.Read(PlainText.Clean(text.Value), text.Place, silent) is { } url && known.Contains(url)) yield return new LocalFile(text.Value, text.Place, url);
        }
    }

    /// <summary>Those that links and images of the abstract lead to and no field does, each once.</summary>
    public static IEnumerable<LocalFile> InAbstract(Reading reading) =>
        reading.Seminar is { } seminar ? InHtml(seminar.AbstractHtml, reading.Lines, seminar.Resources.Select(resource => FileSizes.PathOf(resource.Url))) : [];

    /// <summary>Those that links and images of a page lead to, each once.</summary>
    public static IEnumerable<LocalFile> In(PageReading reading) => reading.Page is { } page ? InHtml(page.Html, reading.Lines, []) : [];

    private static IEnumerable<LocalFile> InHtml(string html, string[] lines, IEnumerable<string> known)
    {
        if (!html.Contains("=\"/", StringComparison.Ordinal)) return [];
        var named = known.ToHashSet(StringComparer.Ordinal);
        return HtmlFragment.Parse(html).QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Select(url => (Written: url, Path: Reached(url))).Where(link => Links.IsOfFiles(link.Path.AsSpan(1)) && named.Add(FileSizes.PathOf(link.Path)))
            .Select(link => new LocalFile(link.Written, PlaceOf(link.Written, lines), link.Path, IsInText: true));
    }

    /// <summary>The path of a file as it would be written in this one's place.</summary>
    public string Spelt(string path) =>
        IsInText ? "/" + path.Replace("%", "%25", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal) : path;

    // The path that a browser asks for, its dots resolved; "/" for what is not of this site, or has empty parts.
    private static string Reached(string url) =>
        url.StartsWith('/') && !url.Contains("//", StringComparison.Ordinal) && Uri.TryCreate(new Uri("https://site.invalid"), url, out var whole) ? whole.AbsolutePath : "/";

    /// <summary>Where a link stands, in the text rather than in a field; where it is written in yet another way, the beginning of the file.</summary>
    public static Place PlaceOf(string url, string[] lines)
    {
        // As a link rather than within another one.
        foreach (var (before, path) in (ReadOnlySpan<(string, string)>)[("(", url), ("<", url), ("\"", url), ("", url.TrimStart('/')), ("", FileSizes.PathOf(url))])
        {
            var line = Array.FindLastIndex(lines, text => text.Contains(before + path, StringComparison.Ordinal));
            if (line >= 0) return new Place(line + 1, lines[line].IndexOf(before + path, StringComparison.Ordinal) + before.Length + 1);
        }

        return new Place(1, 1);
    }

    private static IEnumerable<YamlText> Texts(YamlNode node) => node switch
    {
        YamlText text => [text],
        YamlList list => list.Items.SelectMany(Texts),
        YamlMap map => map.Entries.Select(entry => entry.Value).OfType<YamlText>(),
        _ => [],
    };
}
