using AngleSharp.Html.Parser;

namespace SeminarArchive.Content;

/// <summary>A file of the content folder that a seminar points to.</summary>
/// <param name="Written">The path as its editor wrote it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Url">The path as the site prints it: <c>/slides/x.pdf</c>.</param>
/// <param name="IsInAbstract">Where a space would end the path.</param>
internal sealed record LocalFile(string Written, Place Place, string Url, bool IsInAbstract = false)
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
    public static IEnumerable<LocalFile> InAbstract(Reading reading)
    {
        if (reading.Seminar is not { } seminar || !seminar.AbstractHtml.Contains("=\"/", StringComparison.Ordinal)) return [];
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = seminar.AbstractHtml;
        return body.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(url => url.StartsWith('/') && Links.IsOfFiles(url.AsSpan(1))).Except(seminar.Resources.Select(resource => resource.Url), StringComparer.Ordinal)
            .Select(url => new LocalFile(url, PlaceOf(url, reading), url, IsInAbstract: true));
    }

    /// <summary>The path of a file as it would be written in this one's place.</summary>
    public string Spelt(string path) => IsInAbstract ? "/" + path.Replace(" ", "%20", StringComparison.Ordinal) : path;

    // With or without percent signs; where it is written in yet another way, the beginning of the file.
    private static Place PlaceOf(string url, Reading reading)
    {
        foreach (var path in (string[])[url[1..], FileSizes.PathOf(url)])
        {
            var line = Array.FindIndex(reading.Lines, text => text.Contains(path, StringComparison.Ordinal));
            if (line >= 0) return new Place(line + 1, reading.Lines[line].IndexOf(path, StringComparison.Ordinal) + 1);
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
