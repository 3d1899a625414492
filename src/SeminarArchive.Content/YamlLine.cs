using System.Text;

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

        if (JudgeSpace(line, index, problems)) return true;
        if (line[0] == text[0] && !InsideQuotes(lines, index) && YamlBullets.Judge(line, index, problems)) return true;

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
                problems.Add(Rules.YamlSpace, new Place(index + 1, line.IndexOf('-', StringComparison.Ordinal) + 2), "After the hyphen of a list there must be a space.", $"Write:  - {text[1..].Trim()}");
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
                string.IsNullOrWhiteSpace(lines[index - 1]) ? "If the text below the fields begins here, put a line --- above it; otherwise write  name: value ." : "If it goes on from the line above, begin it with two spaces; otherwise write  name: value .");
            return true;
        }

        return at < line.Length && JudgeValue(line, index, name, at, problems);
    }

    /// <summary>Reports a tab before the first letter, or a space of another kind before a field or an entry of a list; before other text it may stand.</summary>
    public static bool JudgeSpace(string line, int index, ProblemList problems)
    {
        var at = line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).IndexOfAnyExcept(' ');
        if (at < 0 || string.IsNullOrWhiteSpace(line)) return false;
        var start = line.Length - line.TrimStart().Length;
        if (line[at] != '\t' && line[start] != '-' && NameOf(line, start).Name is null) return false;
        var (sign, what) = line[at] == '\t' ? ("a tab; YAML allows only spaces", "the tab") : ("a space of another kind, such as a non-breaking one; YAML allows only plain ones", "what stands before the first letter");
        problems.Add(Rules.YamlTab, new Place(index + 1, at + 1), $"The line begins with {sign} there.",
            NameOf(line, start).Name is not null && IsBelowField(problems.Lines, index) ? $"Delete {what}:  {line.Trim()}" : $"Delete {what} and {(line[at] == '\t' ? "write" : "type")} two spaces instead.");
        return true;
    }

    // Below the opening line, or a field that has its value on its own line, begins another field.
    private static bool IsBelowField(string[] lines, int index)
    {
        var above = index - 1;
        while (above > 0 && string.IsNullOrWhiteSpace(lines[above])) above--;
        return above <= 0 || lines[above].StartsWith("---", StringComparison.Ordinal)
            || (!char.IsWhiteSpace(lines[above][0]) && lines[above][0] != '-' && NameOf(lines[above], 0) is (not null, var at) && at < lines[above].Length && lines[above][at] is not ('|' or '>' or '#'));
    }

    private static bool JudgeValue(string line, int index, string name, int at, ProblemList problems)
    {
        var value = line[at..].TrimEnd();
        var shown = name.Length == 0 ? "- " : name + ": ";
        var more = GoesOn(problems.Lines, index, line.Length - line.TrimStart().Length);
        var write = more.Length > 0 ? "Write on one line:" : "Write:";
        switch (value[0])
        {
            case '"' or '\'':
                var end = EndOfQuote(value);
                if (end < 0)
                {
                    if (ClosesBelow(problems.Lines, index, value[0])) return false;
                    problems.Add(Rules.YamlQuote, new Place(index + 1, at + 1), $"The quotation mark {value[0]} is opened here and not closed on this line.",
                        value.Length > 150 || IsFollowedByGap(problems.Lines, index) ? $"Put a second {value[0]} at the end of the value; text of several paragraphs belongs below the closing line --- ." : $"{write}  {shown}{InQuotes(value[1..] + more)}");
                    return true;
                }

                var after = value[(end + 1)..].TrimStart();
                if (after.Length == 0 && more.Length > 0)
                {
                    problems.Add(Rules.YamlQuote, new Place(index + 2, 1), "The value goes on after its closing quotation mark, which stands on the line above.",
                        $"{write}  {shown}{InQuotes(value[1..^1].Replace("''", "'", StringComparison.Ordinal) + more)}");
                    return true;
                }

                if (after.Length == 0 || after[0] == '#' || after[0] == ':') return false;
                if (after[0] == ',')
                {
                    var inBrackets = $"[{(value + more).TrimEnd(',', ' ')}]";
                    problems.Add(Rules.YamlQuote, new Place(index + 1, at + end + 2), "A comma follows the closing quotation mark; in YAML a value ends there.",
                        after.Length == 1 && more.Length == 0 ? $"Delete the comma:  {shown}{value[..(end + 1)]}"
                        : name.Length == 0 ? $"Write each entry on a line of its own, after a hyphen and a space:  - {value[..(end + 1)]}"
                        : IsList(name, problems) && YamlBrackets.IsWhole(inBrackets) ? $"Put several entries in brackets:  {shown}{inBrackets}"
                        : $"{write}  {shown}{InQuotes(value + more)}");
                    return true;
                }

                problems.Add(Rules.YamlQuote, new Place(index + 1, at + end + 2), "The value goes on after its closing quotation mark.",
                    $"Write:  {shown}{InQuotes(IsWrapped(value, end) ? value[1..^1].Replace("''", "'", StringComparison.Ordinal) : value)}");
                return true;
            // Around a part of the value only they are a part of it.
            case '“' or '”' or '„' or '«' or '‘' or '’' when value.Contains(": ", StringComparison.Ordinal) && value[^1] is '“' or '”' or '»' or '‘' or '’' && value[1..^1].AsSpan() is var within && !within.ContainsAny('“', '”', '„') && !within.ContainsAny('«', '»', '‘'):
                problems.Add(Rules.YamlSmartQuotes, new Place(index + 1, at + 1), $"The value is in typographic quotation marks ({value[0]}), which YAML takes for letters.",
                    $"Use straight ones:  {shown}{InQuotes(value.Trim('“', '”', '„', '«', '»', '‘', '’'))}");
                return true;
            case '[' or '{':
                var (open, close) = value[0] == '[' ? ('[', ']') : ('{', '}');
                var last = value.LastIndexOf(close);
                if (last == value.Length - 1 && value.Count(c => c == open) == value.Count(c => c == close)) return YamlBrackets.Judge(value, new Place(index + 1, at + 1), shown, problems);
                problems.Add(Rules.YamlBracket, new Place(index + 1, at + 1),
                    last < 0 ? $"The bracket {open} is opened here and not closed." : $"The value begins with a bracket {open}, which means a list in YAML, and goes on after it.",
                    last < 0 && name.Length > 0 && value.Contains(',', StringComparison.Ordinal) ? $"Write:  {shown}{value}{close}"
                    : last < 0 && open == '[' && IsList(name, problems) ? $"Close it, and put a comma between entries if there are several:  {shown}{value}{close}" : $"If it is plain text, write:  {shown}{InQuotes(value)}");
                return true;
            case '-' when value.Length > 2 && value[1] == ' ' && name.Length > 0 && IsList(name, problems):
                var entries = value[2..].Split(" - ").Concat(problems.Lines.Skip(index + 1).Select(row => row.Trim()).TakeWhile(row => row.StartsWith("- ", StringComparison.Ordinal)).Select(row => row[2..])).Select(entry => entry.Trim()).ToList();
                problems.Add(Rules.YamlSpecial, new Place(index + 1, at + 1), "A list with hyphens begins on the line below its field, not beside it.",
                    entries.Exists(entry => entry.Contains(':', StringComparison.Ordinal)) ? $"Move what stands behind  {name}:  to the next line, and let every hyphen begin in one column." : YamlBullets.Advice(name, entries));
                return true;
            case '@' or '`' or '%' or '*' or '&' or '!':
            case '|' or '>' when value.TrimStart('|', '>', '+', '-').Trim() is { Length: > 0 } rest && rest[0] is not ('#' or (>= '1' and <= '9')):
            case '?' or '-' when value.Length > 1 && value[1] == ' ':
                problems.Add(Rules.YamlSpecial, new Place(index + 1, at + 1), $"The value begins with {value[0]} , which means something else in YAML.",
                    $"Put it in quotation marks{(more.Length > 0 ? ", on one line" : "")}:  {shown}{InQuotes(value + more)}");
                return true;
        }

        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && value.EndsWith(':')) colon = value.Length - 1;
        if (colon < 0) return false;
        problems.Add(Rules.YamlColon, new Place(index + 1, at + colon + 1), "The value holds a colon followed by a space, so it needs quotation marks.",
            $"{write}  {shown}{InQuotes(value + more)}");
        return true;
    }

    // Where an empty line stands below, nobody can tell where the value was to end.
    private static bool IsFollowedByGap(string[] lines, int index) => index + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[index + 1]);

    /// <summary>What stands on the lines below, further in, and goes on with the value; a space before each line.</summary>
    public static string GoesOn(string[] lines, int index, int indent)
    {
        var more = new StringBuilder();
        for (var below = index + 1; below < lines.Length && more.Length < 1000; below++)
        {
            var text = lines[below].Trim();
            var start = lines[below].Length - lines[below].TrimStart().Length;
            if (start <= indent || text is [] or ['#', ..] or ['-', ' ', ..] || NameOf(lines[below], start).Name is not null) break;
            more.Append(' ').Append(text);
        }

        return more.ToString();
    }

    /// <summary>The name before ": ", and the index where its value begins.</summary>
    public static (string? Name, int At) NameOf(string line, int start)
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

    /// <summary>Whether the field of this name may have several values.</summary>
    public static bool IsList(string name, ProblemList problems) =>
        FieldOf(name, problems) is { Kind: FieldKind.People or FieldKind.Texts or FieldKind.Links or FieldKind.Paths or FieldKind.RuleNames };

    /// <summary>The field of a seminar or a person that goes by this name; null when there is none.</summary>
    public static Field? FieldOf(string name, ProblemList problems) => (problems.IsPerson ? PersonFields.Table : FrontMatter.Table).TryFind(name, out var field) ? field : null;

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

    /// <summary>Where the quotation mark that begins the value is closed; -1 when it is not.</summary>
    public static int EndOfQuote(string value)
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
        return value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal) || value.StartsWith('“')
            ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{value}\"";
    }
}
