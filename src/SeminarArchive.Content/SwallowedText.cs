namespace SeminarArchive.Content;

/// <summary>Text for readers that stands among the fields, because the line that should close them is missing.</summary>
internal static class SwallowedText
{
    /// <summary>
    /// Whether an unknown field looks like the beginning of the text below the fields. It does when no other field follows, and two of three are true:
    /// an empty line stands above it, its name is written as a sentence begins, its value as one ends.
    /// </summary>
    public static bool BeginsAt(YamlText key, YamlNode value, YamlMap map, FieldTable table, ProblemList problems)
    {
        var isAfterGap = key.Place.Line > 1 && string.IsNullOrWhiteSpace(problems.Lines[key.Place.Line - 2]);
        var isNamedSo = !key.Quoted && (key.Value is [var first, ..] && char.IsUpper(first) || key.Value.Contains(' ', StringComparison.Ordinal));
        var isSentence = value is YamlText { Quoted: false } && IsSentence(value);
        return (isAfterGap ? 1 : 0) + (isNamedSo ? 1 : 0) + (isSentence ? 1 : 0) >= 2
            && !map.Entries.Any(entry => entry.Key.Place.Line > key.Place.Line && table.TryFind(entry.Key.Value.Trim(), out _));
    }

    /// <summary>Whether a value is written for readers: some words with a full stop or the like behind them.</summary>
    public static bool IsSentence(YamlNode value) =>
        value is YamlText { Value: var text } && text.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '…' or '。'] && text.AsSpan().Trim().Count(' ') >= 3;
}
