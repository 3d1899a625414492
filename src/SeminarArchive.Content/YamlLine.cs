namespace SeminarArchive.Content;

/// <summary>One line of front matter, looked at for the mistakes editors make.</summary>
internal static class YamlLine
{
    /// <summary>Reports the mistake of one line, if it has one that can be seen.</summary>
    public static bool Judge(string[] lines, int index, ProblemList problems)
    {
        var line = lines[index];
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#') return false;

        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0 && string.IsNullOrWhiteSpace(line[..tab]))
        {
            problems.Add(Rules.YamlTab, new Place(index + 1, tab + 1), "The line begins with a tab; YAML allows only spaces there.", "Delete the tab and write two spaces instead.");
            return true;
        }

        var start = line.Length - line.TrimStart().Length;
        if (text.StartsWith("- ", StringComparison.Ordinal))
        {
            start += 2;
            while (start < line.Length && line[start] == ' ') start++;
        }

        var (name, at) = NameOf(line, start);
        if (name is null && text.StartsWith('-'))
        {
            if (start < line.Length && line[start] is '"' or '\'' or '[' or '{' or '*' or '&' or '!' or '@' or '%' or '`')
                return JudgeValue(line, index, "", start, problems);
            if (text.Length > 1 && text[1] is not ' ' and not '-')
            {
                problems.Add(Rules.YamlSpace, new Place(index + 1, line.IndexOf('-', StringComparison.Ordinal) + 2), "After the hyphen of a list there must be a space.", $"Write:  - {text[1..]}");
                return true;
            }

            return false;
        }

        if (name is null)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon - start <= 30 && IsName(line[start..colon]) && !line[colon..].StartsWith("://", StringComparison.Ordinal))
            {
                problems.Add(Rules.YamlSpace, new Place(index + 1, colon + 2), "After the colon of a field there must be a space.",
                    $"Write:  {line[start..colon]}: {line[(colon + 1)..].Trim()}");
                return true;
            }

            if (colon >= 0 || start > 0 || InsideQuotes(lines, index)) return false;
            problems.Add(Rules.YamlNoColon, new Place(index + 1, start + 1), $"The line {PlainText.Quote(text)} has no field name with a colon.",
                "If it goes on from the line above, begin it with two spaces; otherwise write  name: value .");
            return true;
        }

        return at < line.Length && JudgeValue(line, index, name, at, problems);
    }

    private static bool JudgeValue(string line, int index, string name, int at, ProblemList problems)
    {
        var value = line[at..].TrimEnd();
        var shown = name.Length == 0 ? "- " : name + ": ";
        switch (value[0])
        {
            case '"' or '\'':
                var end = EndOfQuote(value);
                if (end < 0)
                {
                    if (ClosesBelow(problems.Lines, index, value[0])) return false;
                    problems.Add(Rules.YamlQuote, new Place(index + 1, at + 1), $"The quotation mark {value[0]} is opened here and not closed on this line.",
                        value.Length > 150 ? $"Put a second {value[0]} at the end of the value." : $"Write:  {shown}{InQuotes(value[1..])}");
                    return true;
                }

                var after = value[(end + 1)..].TrimStart();
                if (after.Length == 0 || after[0] == '#' || after[0] == ':') return false;
                problems.Add(Rules.YamlQuote, new Place(index + 1, at + end + 2), "The value goes on after its closing quotation mark.",
                    $"Write:  {shown}{InQuotes(IsWrapped(value, end) ? value[1..^1].Replace("''", "'", StringComparison.Ordinal) : value)}");
                return true;
            case '“' or '”' or '„' or '«' or '‘' or '’' when value.Contains(": ", StringComparison.Ordinal):
                problems.Add(Rules.YamlSmartQuotes, new Place(index + 1, at + 1), $"The value is in typographic quotation marks ({value[0]}), which YAML takes for letters.",
                    $"Use straight ones:  {shown}{InQuotes(value.Trim('“', '”', '„', '«', '»', '‘', '’'))}");
                return true;
            case '[' or '{':
                var (open, close) = value[0] == '[' ? ('[', ']') : ('{', '}');
                var last = value.LastIndexOf(close);
                if (last == value.Length - 1 && value.Count(c => c == open) == value.Count(c => c == close)) return false;
                problems.Add(Rules.YamlBracket, new Place(index + 1, at + 1),
                    last < 0 ? $"The bracket {open} is opened here and not closed." : $"The value begins with a bracket {open}, which means a list in YAML, and goes on after it.",
                    last < 0 && name.Length > 0 && value.Contains(',', StringComparison.Ordinal) ? $"Write:  {shown}{value}{close}" : $"If it is plain text, write:  {shown}{InQuotes(value)}");
                return true;
            case '@' or '`' or '%' or '*' or '&' or '!':
            case '|' or '>' when value.TrimStart('|', '>', '+', '-').Trim() is { Length: > 0 } rest && rest[0] is not ('#' or (>= '1' and <= '9')):
            case '?' or '-' when value.Length > 1 && value[1] == ' ':
                problems.Add(Rules.YamlSpecial, new Place(index + 1, at + 1), $"The value begins with {value[0]} , which means something else in YAML.",
                    $"Put it in quotation marks:  {shown}{InQuotes(value)}");
                return true;
        }

        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && value.EndsWith(':')) colon = value.Length - 1;
        if (colon < 0) return false;
        problems.Add(Rules.YamlColon, new Place(index + 1, at + colon + 1), "The value holds a colon followed by a space, so it needs quotation marks.",
            $"Write:  {shown}{InQuotes(value)}");
        return true;
    }

    // The name before ": ", and the column index where its value begins.
    private static (string? Name, int At) NameOf(string line, int start)
    {
        for (var i = start; i < line.Length && i - start <= 40; i++)
        {
            if (line[i] != ':' || (i + 1 < line.Length && line[i + 1] is not (' ' or '\t'))) continue;
            var name = line[start..i].Trim();
            if (!IsName(name.Trim('"', '\''))) return (null, 0);
            var at = i + 1;
            while (at < line.Length && line[at] is ' ' or '\t') at++;
            return (name, at);
        }

        return (null, 0);
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or ' ' or '.') && char.IsLetter(text[0]);

    // Whether an odd number of lines above opened a quotation mark that is still open.
    private static bool InsideQuotes(string[] lines, int index)
    {
        for (var above = index - 1; above >= 0 && lines[above] != "---"; above--)
        {
            var (name, at) = NameOf(lines[above], lines[above].Length - lines[above].TrimStart().Length);
            if (name is null) continue;
            return at < lines[above].Length && lines[above][at] is '"' or '\'' or '[' or '{' && EndOfQuote(lines[above][at..]) < 0;
        }

        return false;
    }

    // A quoted value may run over several lines, if its quotation mark ends one of them.
    private static bool ClosesBelow(string[] lines, int index, char quote)
    {
        for (var below = index + 1; below < lines.Length && lines[below].TrimEnd() is not "---"; below++)
        {
            if (lines[below].Contains(quote, StringComparison.Ordinal)) return NameOf(lines[below], 0).Name is null && EndOfQuote(quote + lines[below]) is var end && lines[below].TrimEnd().Length <= end;
        }

        return false;
    }

    // "Say "yes" to it" is wrapped in quotation marks; "A" is for "B" only begins and ends with them.
    private static bool IsWrapped(string value, int end) => value[0] == value[^1] && (char.IsWhiteSpace(value[end - 1]) || char.IsLetterOrDigit(value[end + 1]));

    private static int EndOfQuote(string value)
    {
        var quote = value[0];
        for (var i = 1; i < value.Length; i++)
        {
            if (quote == '"' && value[i] == '\\') i++;
            else if (value[i] == quote && quote == '\'' && i + 1 < value.Length && value[i + 1] == '\'') i++;
            else if (value[i] == quote) return i;
        }

        return -1;
    }

    /// <summary>The value as YAML reads it back word for word.</summary>
    public static string InQuotes(string value)
    {
        value = value.Trim();
        return value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
            ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{value}\"";
    }
}
