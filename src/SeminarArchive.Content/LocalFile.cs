namespace SeminarArchive.Content;

/// <summary>A file of the content folder that a seminar points to.</summary>
/// <param name="Written">The path as its editor wrote it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Url">The path as the site prints it: <c>/slides/x.pdf</c>.</param>
internal sealed record LocalFile(string Written, Place Place, string Url)
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

    private static IEnumerable<YamlText> Texts(YamlNode node) => node switch
    {
        YamlText text => [text],
        YamlList list => list.Items.SelectMany(Texts),
        YamlMap map => map.Entries.Select(entry => entry.Value).OfType<YamlText>(),
        _ => [],
    };
}
