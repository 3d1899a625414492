namespace SeminarArchive.Content;

/// <summary>Where the front matter of a text begins and ends, and where its body begins.</summary>
/// <param name="Open">Index of the opening fence's line, from 0.</param>
/// <param name="Close">Index of the closing fence's line, from 0.</param>
internal readonly record struct Fences(int Open, int Close)
{
    public const int MaxFrontMatterLines = 4000;

    /// <summary>Null when there is no front matter; the problem then says what stands in its place.</summary>
    public static Fences? Find(ProblemList problems)
    {
        var lines = problems.Lines;
        var open = 0;
        while (open < lines.Length && string.IsNullOrWhiteSpace(lines[open].Trim('\uFEFF'))) open++;
        if (open == lines.Length) open = 0;

        var first = lines[open].Trim().Trim('\uFEFF');
        var at = new Place(open + 1, 1);
        if (first != "---")
        {
            NoFence(first, open, problems);
            return null;
        }

        if (open > 0 || lines[open][0] != '-')
        {
            problems.Add(Rules.FrontMatterLate, at,
                open > 0 ? "An empty line stands before the front matter." : "A space stands before the three hyphens that open the front matter.",
                open > 0 ? "Delete the empty lines, so that --- is the first line of the file." : "Let the file begin with the three hyphens.");
        }

        for (var i = open + 1; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length < 3 || line.TrimEnd() is not ("---" or "...")) continue;
            FindFieldsBelow(i, problems);
            return new Fences(open, i);
        }

        for (var i = open + 1; i < lines.Length && (string.IsNullOrWhiteSpace(lines[i]) || LooksLikeField(lines[i]) || IsNearlyFence(lines[i])); i++)
        {
            if (!IsNearlyFence(lines[i])) continue;
            NearlyFence(i, problems);
            return null;
        }

        var last = open;
        while (last + 1 < lines.Length && LooksLikeField(lines[last + 1])) last++;
        problems.Add(Rules.FrontMatterUnclosed, at, "The front matter opens here and is never closed.",
            $"Add a line with three hyphens (---) after the last field, it seems after line {last + 1}.");
        return null;
    }

    /// <summary>Whether a line is meant for a fence: hyphens and dashes alone, in another number or behind a space.</summary>
    public static bool IsNearlyFence(string line) =>
        line.AsSpan().Trim() is { Length: >= 2 and <= 10 } text && text.Trim("-–—‐‑−").IsEmpty && !(line[0] == '-' && text is "---");

    /// <summary>Reports a line that was meant to close the front matter.</summary>
    public static void NearlyFence(int index, ProblemList problems)
    {
        var line = problems.Lines[index];
        problems.Add(Rules.FrontMatterUnclosed, new Place(index + 1, 1),
            line.Trim() == "---" ? "A space or tab stands before the three hyphens, so that they do not close the front matter." : $"{PlainText.Quote(line)} does not close the front matter; three hyphens do.",
            "Write exactly three hyphens, with nothing before them:  ---");
    }

    // Three hyphens within the lines of a field's text close the front matter, and the fields after it would be text.
    private static void FindFieldsBelow(int close, ProblemList problems)
    {
        var lines = problems.Lines;
        var end = close + 1;
        while (end < lines.Length && !IsFence(lines[end])) end++;
        if (end >= lines.Length) return;

        for (var i = close + 1; i < end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || (colon + 1 < lines[i].Length && lines[i][colon + 1] != ' ') || !IsFieldName(lines[i][..colon], problems)) continue;

            problems.Add(Rules.FrontMatterShort, new Place(close + 1, 1), $"The fields end here, and so \"{lines[i][..colon]}:\" on line {i + 1} is printed as a part of the abstract.",
                $"If this line belongs to the text of a field, begin it with two spaces; if the field on line {i + 1} is text, add  ignore: [front-matter-short] .");
            return;
        }

        if (Second(end, problems) is >= 0 and var second)
        {
            problems.Add(Rules.FrontMatterSecond, new Place(second + 1, 1), "Here the fields of another seminar begin, it seems; they are printed as a part of the abstract, and so is all below them.",
                "Move them and their abstract into a file of their own: every seminar is one file.");
        }
    }

    // The line of hyphens below which a field stands, and another line of them; -1 where there is none.
    private static int Second(int from, ProblemList problems)
    {
        var lines = problems.Lines;
        for (var i = from; i + 1 < lines.Length; i++)
        {
            if (IsFence(lines[i]) && BeginsWithField(lines[i + 1], problems) && Array.FindIndex(lines, i + 2, IsFence) > 0) return i;
        }

        return -1;
    }

    private static bool IsFence(string line) => line.StartsWith("---", StringComparison.Ordinal) && line.TrimEnd().Length == 3;

    private static bool BeginsWithField(string line, ProblemList problems) => line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && IsFieldName(line[..colon], problems);

    // As the manual writes it: an abstract may well have a line that begins with "Speaker:".
    private static bool IsFieldName(string text, ProblemList problems) =>
        (problems.IsPerson ? PersonFields.Fields : FrontMatter.Fields).Any(field => field.Name == text || field.Aliases.Contains(text, StringComparer.Ordinal));

    private static bool LooksLikeField(string line) =>
        line.Length > 0 && (line[0] is ' ' or '-' or '#' || line.IndexOf(':', StringComparison.Ordinal) is > 0 and < 30);

    private static void NoFence(string first, int open, ProblemList problems)
    {
        var at = new Place(open + 1, 1);
        var later = Second(open + 1, problems);
        if (first == "+++")
        {
            problems.Add(Rules.FrontMatterToml, at, "The front matter is written in TOML (between +++ lines); the archive reads YAML.",
                "Write --- for each +++, and  title: Knots  for  title = \"Knots\".");
        }
        else if (first.StartsWith('{'))
        {
            problems.Add(Rules.FrontMatterJson, at, "The front matter is written in JSON (between { and }); the archive reads YAML.",
                "Write --- before and after it, and  title: Knots  for  \"title\": \"Knots\",");
        }
        else if (first.StartsWith("```", StringComparison.Ordinal) || first.StartsWith("~~~", StringComparison.Ordinal))
        {
            problems.Add(Rules.FrontMatterMissing, at, "The file begins with the mark of a block of code, as texts have it that were copied from a chat or a web page.",
                $"Delete this line and the one that closes the block, at the end; the file begins with a line --- {(later < 0 ? ", and another follows the fields" : "")}.");
        }
        else if (first.Length is > 0 and < 8 && first.All(c => c is '-' or '–' or '—' or '_' or '=' or '*' or '‐' or '−' or ' '))
        {
            problems.Add(Rules.FrontMatterFence, at, $"The file begins with {PlainText.Quote(first)} where three hyphens (---) should stand.",
                "Write exactly three hyphens:  ---");
        }
        else if (later >= 0 && !BeginsWithField(first, problems))
        {
            problems.Add(Rules.FrontMatterMissing, at, $"Text stands above the fields, which begin on line {later + 1}.", $"Delete all that stands above that line, so that --- is the first line of the file; or move it below the second --- .");
        }
        else if (first.StartsWith("**", StringComparison.Ordinal) && first.Contains(':', StringComparison.Ordinal))
        {
            problems.Add(Rules.FrontMatterMissing, at, "The fields are written in bold, as text; the archive reads them between two lines of three hyphens, without asterisks.",
                "Write a line --- , then for instance  title: Knots  and  date: 2019-03-14 , then another line --- .");
        }
        else if (LooksLikeField(first) && first[0] is not ('#' or '-'))
        {
            problems.Add(Rules.FrontMatterMissing, at, "The fields are there, but the line of three hyphens before them is missing.",
                "Put a line --- before the first field and another after the last one.");
        }
        else
        {
            problems.Add(Rules.FrontMatterMissing, at, $"The file does not begin with front matter, so it has no {(problems.IsPerson ? "name" : "title and no date")}.",
                $"Begin with a line ---, then  {(problems.IsPerson ? "name: Ada Lovelace" : "title: …  and  date: 2019-03-14")} , then another line ---.");
        }
    }
}
