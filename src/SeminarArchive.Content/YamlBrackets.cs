namespace SeminarArchive.Content;

/// <summary>A value in brackets on one line, looked at for what hides its closing bracket.</summary>
internal static class YamlBrackets
{
    public static bool Judge(string value, Place place, string shown, ProblemList problems)
    {
        if (Find(value) is not { } fault) return false;
        var whole = value;
        for (var i = 0; i < 50 && Find(whole) is { } next; i++) whole = $"{whole[..next.Start]}{YamlLine.InQuotes(whole[next.Start..next.End].Trim().Trim(next.Sign == '#' ? ' ' : next.Sign))}{whole[next.End..]}";
        var at = place with { Column = place.Column + fault.At };
        var fix = $"Write:  {shown}{whole}";
        if (fault.Sign == '#') problems.Add(Rules.YamlBracket, at, "The # begins a remark, which hides the closing bracket.", $"Put in quotation marks what has a # in it. {fix}");
        else problems.Add(Rules.YamlQuote, at, $"The quotation mark {fault.Sign} is opened here and not closed before the next comma or bracket.", fix);
        return true;
    }

    /// <summary>Whether every quotation mark in it is closed before the next comma or bracket.</summary>
    public static bool IsWhole(string value) => Find(value) is null;

    // The first entry with a quotation mark that is not closed, or a # that begins a remark.
    private static (char Sign, int At, int Start, int End)? Find(string value)
    {
        var (start, depth) = (1, 1);
        for (var i = 1; i < value.Length && depth > 0; i++)
        {
            var c = value[i];
            var isFirst = value.AsSpan(start, i - start).IsWhiteSpace();
            if (c is '[' or '{' or ',' or ']' or '}' || (c == ':' && i + 1 < value.Length && value[i + 1] == ' '))
            {
                depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
                start = i + 1;
            }
            else if (isFirst && c is '"' or '\'')
            {
                var end = YamlLine.EndOfQuote(value[i..]);
                if (end < 0 || value.AsSpan(i + end + 1).TrimStart() is not ([] or [',' or ']' or '}' or ':', ..])) return (c, i, i, EndOf(i));
                i += end;
            }
            else if (c == '#' && (isFirst || char.IsWhiteSpace(value[i - 1])))
            {
                while (value[start] == ' ') start++;
                return (c, i, start, EndOf(i));
            }
        }

        return null;

        int EndOf(int from) => value.AsSpan(from).IndexOfAny(',', ']', '}') is >= 0 and var length ? from + length : value.Length;
    }
}
