namespace SeminarArchive.Content;

/// <summary>The one place where a YAML parser's complaint becomes words an editor can act on: it looks at the lines, not at the complaint.</summary>
internal static class YamlFaults
{
    public static void Explain(Place fault, Fences fences, ProblemList problems)
    {
        var lines = problems.Lines;
        var line = Math.Clamp(fault.Line, fences.Open + 2, Math.Max(fences.Open + 2, fences.Close));
        var column = fault.Line == line ? Math.Max(1, fault.Column) : 1;
        for (var i = fences.Open + 1; i < fences.Close; i++)
        {
            if (!lines[i].AsSpan().TrimStart().StartsWith("#") && YamlLine.JudgeSpace(lines[i], i, problems)) return;
        }

        for (var i = fences.Open + 1; i < fences.Close; i++)
        {
            if (lines[i] is not ['-' or '–' or '—', ..] || !Fences.IsNearlyFence(lines[i])) continue;
            Fences.NearlyFence(i, problems);
            return;
        }

        // A parser notices a mistake where it stops making sense, often a line or more below.
        if (line <= fences.Close && (YamlBullets.Judge(lines[line - 1], line - 1, problems) || YamlLine.Judge(lines, line - 1, problems))) return;
        if (line <= fences.Close && (IsBesideEntry(lines, line - 1, fences, problems) || GoesOnWithColon(lines, line - 1, fences, problems))) return;
        for (var above = line - 2; above > fences.Open; above--)
        {
            if (YamlLine.Judge(lines, above, problems)) return;
        }

        for (var below = line; below < fences.Close; below++)
        {
            if (YamlLine.Judge(lines, below, problems)) return;
        }

        if (line <= fences.Close && IndentDiffers(lines, line - 1, fences, problems)) return;
        if (line > fences.Close) line = fences.Close;
        if (lines[line - 1] is var row && row.IndexOf('"', StringComparison.Ordinal) is >= 0 and var quote && row.IndexOf('\\', quote) is >= 0 and var slash)
        {
            problems.Add(Rules.YamlSyntax, new Place(line, slash + 1), "In double quotes a backslash makes something else of the letter after it, and of this one nothing.",
                $"Use single quotes:  {InSingleQuotes(row[quote..])}");
            return;
        }

        problems.Add(Rules.YamlSyntax, new Place(line, column), "The front matter stops making sense here.",
            "Write each field on a line of its own as  name: value , and put a value with unusual characters in \"double quotes\".");
    }

    /// <summary>The front matter is one text or one list instead of fields.</summary>
    public static void NotFields(YamlNode node, Fences fences, ProblemList problems)
    {
        for (var i = fences.Open + 1; i < fences.Close; i++)
        {
            if (YamlLine.Judge(problems.Lines, i, problems)) return;
        }

        if (node is YamlList)
        {
            problems.Add(Rules.YamlNoColon, node.Place, "The front matter is a list; it should be fields.", "Leave out the hyphen before each field:  title: Knots");
            return;
        }

        problems.Add(Rules.YamlNoColon, node.Place, "The front matter has no fields.", "Write each field on a line of its own:  title: Knots");
    }

    /// <summary>A value begins with <c>*</c>, <c>&amp;</c> or <c>!</c>.</summary>
    public static void Special(Place place, ProblemList problems)
    {
        var line = problems.Lines[place.Line - 1];
        if (YamlBullets.Judge(line, place.Line - 1, problems) || YamlLine.Judge(problems.Lines, place.Line - 1, problems)) return;
        var value = place.Column <= line.Length ? line[(place.Column - 1)..].TrimEnd() : "";
        problems.Add(Rules.YamlSpecial, place, $"The value {PlainText.Quote(value)} begins with a character that means something else in YAML.",
            $"Put the value in quotation marks:  {YamlLine.InQuotes(value)}");
    }

    /// <summary>Looks for a backslash in double quotes that YAML takes together with the letter after it for a tab, a bell or the like, as in <c>"$\theta$"</c>.</summary>
    /// <param name="end">Where the value ends.</param>
    public static void Escapes(Place start, Place end, ProblemList problems)
    {
        if (start.Line != end.Line) return;

        var line = problems.Lines[start.Line - 1];
        var value = line[(start.Column - 1)..Math.Min(end.Column - 1, line.Length)];
        for (var i = value.IndexOf('\\', StringComparison.Ordinal); i >= 0 && i + 1 < value.Length; i = value.IndexOf('\\', i + 2))
        {
            var letter = value[i + 1];
            // Programs write line breaks so; between dollar signs it is a letter of a formula.
            if (letter is not ('a' or 'b' or 'e' or 'f' or 't' or 'v' or 'N' or 'L' or 'P' or '_') && !(letter is 'n' or 'r' && value.Contains('$', StringComparison.Ordinal))) continue;

            problems.Add(Rules.YamlEscape, start with { Column = start.Column + i }, $"In double quotes \\{letter} is not a backslash and a letter but a sign that cannot be seen; both are lost.",
                $"Use single quotes:  {InSingleQuotes(value)}");
            return;
        }
    }

    private static string InSingleQuotes(string value) => YamlLine.InQuotes(value.Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));

    // "  affiliation: X" below "  - name: Jane Doe".
    private static bool IsBesideEntry(string[] lines, int index, Fences fences, ProblemList problems)
    {
        var line = lines[index];
        var indent = line.Length - line.TrimStart().Length;
        if (indent == 0 || YamlLine.NameOf(line, indent).Name is not { } name) return false;
        for (var above = index - 1; above > fences.Open; above--)
        {
            var text = lines[above].TrimStart();
            var hyphen = lines[above].Length - text.Length;
            if (hyphen > indent || text.Length == 0) continue;
            var column = text.StartsWith("- ", StringComparison.Ordinal) ? hyphen + text.AsSpan(1).IndexOfAnyExcept(' ') + 1 : 0;
            if (column <= hyphen) return false;
            if (YamlLine.NameOf(lines[above], column).Name is not { } first) return IsBelowText(lines, above, hyphen, column, index, problems);
            if (column == indent) return false;
            problems.Add(Rules.YamlIndent, new Place(index + 1, indent + 1), $"\"{name}\" begins with {Spaces(indent)}; as a part of the entry above it must begin where \"{first}\" does, with {Spaces(column)}.",
                $"Write, with {Spaces(column)} before it:  {new string(' ', column)}{line.Trim()}");
            return true;
        }

        return false;
    }

    // "    affiliation: X" below "  - Jane Doe".
    private static bool IsBelowText(string[] lines, int entry, int hyphen, int column, int index, ProblemList problems)
    {
        var text = lines[entry][column..].Trim();
        if (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && YamlLine.NameOf(text[..(colon + 1)], 0).Name is { } own && !text[colon..].StartsWith("://", StringComparison.Ordinal))
        {
            problems.Add(Rules.YamlSpace, new Place(entry + 1, column + colon + 2), "After the colon of a field there must be a space.", $"Write:  - {own}: {text[(colon + 1)..]}");
            return true;
        }

        var parent = entry - 1;
        while (parent > 0 && (lines[parent].TrimStart() is [] or ['-', ..] || lines[parent].Length - lines[parent].TrimStart().Length > hyphen)) parent--;
        if (YamlLine.NameOf(lines[parent], 0).Name is not { } field) return false;
        if (YamlLine.FieldOf(field, problems)?.Kind switch { FieldKind.People => "name", FieldKind.Links => "url", _ => null } is not { } name) return false;
        problems.Add(Rules.YamlNoColon, new Place(entry + 1, column + 1), $"What stands on line {index + 1} is said of this entry; then the entry's own text needs the name of a field too.",
            $"Write  - {name}: {text}  and below it, with {Spaces(column)} before it:  {lines[index].Trim()}");
        return true;
    }

    // "  theory: a history" below "title: Knots in practice and".
    private static bool GoesOnWithColon(string[] lines, int index, Fences fences, ProblemList problems)
    {
        var line = lines[index];
        var indent = line.Length - line.TrimStart().Length;
        if (indent == 0 || YamlLine.NameOf(line, indent).Name is not { } word || YamlLine.FieldOf(word, problems) is not null) return false;
        var first = index - 1;
        while (first > fences.Open && lines[first] is [' ', ..] && lines[first].TrimStart() is not ['-', ..]) first--;
        if (first <= fences.Open || YamlLine.NameOf(lines[first], 0) is not ({ } name, var at) || at >= lines[first].Length || lines[first][at] is '|' or '>' or '"' or '\'' or '[' or '{' or '#') return false;
        var value = string.Join(' ', lines[(first + 1)..(index + 1)].Select(row => row.Trim()).Where(row => row.Length > 0).Prepend(lines[first][at..].Trim()));
        problems.Add(Rules.YamlColon, new Place(index + 1, line.IndexOf(':', StringComparison.Ordinal) + 1), $"The value of \"{name}\" goes on here and holds a colon followed by a space, so it needs quotation marks.",
            $"Write on one line:  {name}: {YamlLine.InQuotes(value + YamlLine.GoesOn(lines, index, 0))}");
        return true;
    }

    private static bool IndentDiffers(string[] lines, int index, Fences fences, ProblemList problems)
    {
        var line = lines[index];
        var indent = line.Length - line.TrimStart().Length;
        var above = index - 1;
        while (above > fences.Open && string.IsNullOrWhiteSpace(lines[above])) above--;
        if (above <= fences.Open) return false;
        var expected = lines[above].Length - lines[above].TrimStart().Length;
        if (indent == expected) return false;
        problems.Add(Rules.YamlIndent, new Place(index + 1, indent + 1),
            $"This line begins with {Spaces(indent)}, the one above it with {Spaces(expected)}.",
            "Let fields of one kind begin in the same column; what belongs to a field stands two spaces further in.");
        return true;
    }

    private static string Spaces(int count) => count switch { 0 => "no space", 1 => "one space", _ => $"{count} spaces" };
}
