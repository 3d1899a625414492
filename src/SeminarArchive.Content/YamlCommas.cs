namespace SeminarArchive.Content;

/// <summary>Finds what a comma cuts off a value in braces: <c>{name: Gil Evans, affiliation: University of X, Oxford}</c>.</summary>
internal sealed class YamlCommas(ProblemList problems)
{
    private readonly List<(YamlText Key, YamlText Value, List<YamlText> Words)> found = [];

    /// <summary>Whether the entry is only a word behind a comma, and belongs to the entry before it.</summary>
    public bool Takes(YamlText word, YamlNode value, List<KeyValuePair<YamlText, YamlNode>> before)
    {
        if (value is not YamlText { Value.Length: 0, Quoted: false } || IsFollowedByColon(word) || before is not [.., { Key: var key, Value: YamlText { Value.Length: > 0 } text }]) return false;
        if (found is [.., var last] && last.Key == key) last.Words.Add(word);
        else found.Add((key, text, [word]));
        return true;
    }

    public void Tell()
    {
        foreach (var (key, value, words) in found)
        {
            problems.Add(Rules.YamlComma, words[0].Place, $"In braces a comma ends the value of \"{key.Value}\"; {PlainText.Quote(string.Join(", ", words.Select(word => word.Value)))} stands alone and is left out.",
                $"Put the value in quotation marks:  {key.Value}: {YamlLine.InQuotes(string.Join(", ", words.Select(word => word.Value).Prepend(value.Value)))}");
        }
    }

    // In block style there is always one.
    private bool IsFollowedByColon(YamlText word) => problems.Lines[word.End.Line - 1] is var row && row.AsSpan(Math.Min(row.Length, word.End.Column - 1)).TrimStart() is [':', ..];
}
