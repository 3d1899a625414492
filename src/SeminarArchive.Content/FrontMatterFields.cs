namespace SeminarArchive.Content;

/// <summary>A field as it stands in one file, with a value.</summary>
internal sealed record WrittenField(Field Field, YamlText Key, YamlNode Value)
{
    public Place Place => Value.Place;

    /// <summary>The name as the editor wrote it.</summary>
    public string Name => Key.Value;
}

/// <summary>The fields of one file, those without a value left out.</summary>
internal sealed class FrontMatterFields
{
    private readonly List<WrittenField> written = [];
    private readonly Dictionary<string, YamlText> empty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlText> lookalikes = new(StringComparer.Ordinal);
    private readonly HashSet<YamlText> told = [];
    private readonly ProblemList problems;
    private readonly FieldTable table;

    /// <param name="table">Which fields there are; a seminar's, when nothing is said.</param>
    public FrontMatterFields(YamlMap map, ProblemList problems, FieldTable? table = null)
    {
        this.problems = problems;
        this.table = table ?? FrontMatter.Table;
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            var name = key.Value.Trim();
            if (!seen.TryAdd(name, key.Place))
            {
                problems.Add(Rules.FieldDuplicate, key.Place, $"The field {PlainText.Quote(name)} already stands on line {seen[name].Line}.",
                    "Keep one of the two; several values go into one list:  [first, second]");
                continue;
            }

            if (!this.table.TryFind(name, out var field))
            {
                if (!IsNumbered(map, key, name)) Unknown(map, key, name, value);
                continue;
            }

            // In the others no # can be meant.
            if (field.Kind is not (FieldKind.Date or FieldKind.Time or FieldKind.TimeZone or FieldKind.Language or FieldKind.Status or FieldKind.YesNo or FieldKind.RuleNames)) Look(value, name, $"{name}: ");
            if (IsListWithoutSpace(value, field)) ListWithoutSpace((YamlText)value);
            else if (field.Kind is FieldKind.People or FieldKind.Texts or FieldKind.Links or FieldKind.Paths && YamlBullets.Judge(value, key, field, problems)) continue;
            else if (!IsEmpty(value, field)) written.Add(new WrittenField(field, key, value));
            else empty.TryAdd(field.Name, key);
        }
    }

    public ProblemList Problems => problems;

    /// <summary>In the order in which they stand there.</summary>
    public IReadOnlyList<WrittenField> Written => written;

    /// <summary>The name of a field that stands there without a value; null when it does not.</summary>
    public YamlText? Empty(string name) => empty.GetValueOrDefault(name);

    /// <summary>The one field of that name; a second under another alias is reported and left out.</summary>
    public WrittenField? One(string name)
    {
        WrittenField? one = null;
        foreach (var field in written)
        {
            if (field.Field.Name != name) continue;
            if (one is null) one = field;
            else if (told.Add(field.Key)) Twice(field.Key, one.Key);
        }

        return one;
    }

    /// <summary>Whether a field of an entry is the first of its kind there; a second one under another name is reported.</summary>
    /// <param name="first">The fields of the entry so far, by kind.</param>
    public bool IsFirst(Dictionary<string, YamlText> first, string kind, YamlText key)
    {
        if (first.TryAdd(kind, key)) return true;
        if (first[kind].Value.Trim() != key.Value.Trim()) Twice(key, first[kind]);
        return false;
    }

    // A second name of a field that stands there already.
    private void Twice(YamlText key, YamlText first) => problems.Add(Rules.FieldTwice, key.Place,
        $"\"{key.Value}\" and \"{first.Value}\" (line {first.Place.Line}) are names of the same field; \"{first.Value}\" is used.", "Keep one of the two.");

    /// <summary>Every field of that name, whatever alias it was written under.</summary>
    public IReadOnlyList<WrittenField> All(string name) => written.FindAll(field => field.Field.Name == name);

    /// <summary>Reports a field that must be there and is not: at its empty line, or at a line with a name that may be meant for it.</summary>
    public void Missing(string name, Rule rule, string cause, string fix, Place otherwise)
    {
        if (empty.TryGetValue(name, out var key)) problems.Add(rule, key.Place, $"{cause.TrimEnd('.')}: \"{key.Value}\" has no value yet.", fix);
        else if (lookalikes.TryGetValue(name, out var meant)) problems.Add(rule, meant.Place, cause, $"If {PlainText.Quote(meant.Value)} is meant for it, write  {name}:  instead. Otherwise: {char.ToLowerInvariant(fix[0])}{fix[1..]}");
        else problems.Add(rule, otherwise, cause, fix);
    }

    /// <summary>One clean line; null when the field is missing or is no text.</summary>
    public string? Text(string name, int most) => One(name) is { } field ? Text(field, most) : null;

    public string? Text(WrittenField field, int most)
    {
        var value = field.Value is YamlList { Items: [YamlText only] } ? only : field.Value;
        if (value is not YamlText text)
        {
            problems.Add(Rules.FieldShape, field.Place, $"\"{field.Name}\" is {(value is YamlMap ? "a group of fields" : "a list")}; it should be one text.",
                $"Write it on one line:  {OnOneLine(field)}");
            return null;
        }

        return Line(field.Name, text, most);
    }

    // What a list says, where that can be said in one text; else an example.
    private static string OnOneLine(WrittenField field)
    {
        if (field.Value is not YamlList { Items: { Count: > 1 } items } || !items.All(item => item is YamlText) || (field.Field.Kind is FieldKind.Date ? items.Count > 2 : field.Field.Kind is not FieldKind.Text)) return field.Field.Example;
        return $"{field.Name}: {YamlValue.Of(string.Join(field.Field.Kind is FieldKind.Date ? " to " : ", ", items.Cast<YamlText>().Select(item => PlainText.Clean(item.Value))))}";
    }

    /// <summary>One clean line of a scalar; typographic quotation marks around it, where YAML wants straight ones, are left out.</summary>
    public string? Line(string name, YamlText text, int most)
    {
        var line = PlainText.Clean(text.Value);
        if (!text.Quoted && line is ['“' or '”' or '„', .., '“' or '”'] && line.Length > 2 && !line[1..^1].AsSpan().ContainsAny('“', '”'))
        {
            problems.Add(Rules.SmartQuotes, text.Place, $"\"{name}\" is wrapped in typographic quotation marks; they are left out.",
                $"Use straight quotation marks, or none:  {name}: {YamlLine.InQuotes(line[1..^1])}");
            line = line[1..^1].Trim();
        }

        if (line.Length <= most) return line.Length == 0 ? null : line;
        problems.Add(Rules.FieldTooLong, text.Place, $"\"{name}\" is {line.Length} characters long; {most} is the limit.",
            "Shorten it; longer text belongs below the closing line --- .");
        return null;
    }

    /// <summary>The texts of a list, or of a single value parted by <paramref name="split"/>; empty ones left out.</summary>
    public IReadOnlyList<(string Text, Place Place)> Texts(WrittenField field, int most, int count, Func<string, IEnumerable<string>> split)
    {
        var items = new List<(string, Place)>();
        foreach (var node in field.Value is YamlList list ? list.Items : [field.Value])
        {
            if (node is not YamlText text)
            {
                problems.Add(Rules.FieldShape, node.Place, $"An entry of \"{field.Name}\" is {(node is YamlMap ? "a group of fields" : "a list")}; it should be one text.",
                    $"Write, for instance:  {field.Field.Example}");
                continue;
            }

            if (PlainText.IsNothing(text.Value)) continue;
            if (Line(field.Name, text, field.Value is YamlList ? most : most * 20) is not { } line) continue;
            foreach (var part in field.Value is YamlList ? [line] : split(line))
            {
                var word = part.Trim();
                if (word.Length > most) problems.Add(Rules.FieldTooLong, text.Place, $"An entry of \"{field.Name}\" is {word.Length} characters long; {most} is the limit.", "Shorten it.");
                else if (word.Length > 0) items.Add((word, text.Place));
            }
        }

        if (items.Count <= count) return items;
        problems.Add(Rules.ListTooLong, field.Place, $"\"{field.Name}\" has {items.Count} entries; {count} is the limit.", "Keep the ones that help a reader find the seminar.");
        return items[..count];
    }

    private static bool IsEmpty(YamlNode value, Field field) => value switch
    {
        // A talk about nothing may be called so.
        YamlText { Value: "nothing" } when field.Name == "title" => false,
        YamlText text => PlainText.IsNothing(text.Value),
        YamlList list => list.Items.All(item => item is YamlText text && PlainText.IsNothing(text.Value)),
        YamlMap map => map.Entries.Count == 0,
        _ => false,
    };

    // At what the parser leaves out by itself: what follows a #, and the first of two fields with one name in a group.
    private void Look(YamlNode node, string name, string before)
    {
        switch (node)
        {
            case YamlText text:
                TellRemark(text, name, before);
                break;
            case YamlList list:
                foreach (var item in list.Items) Look(item, name, "- ");
                break;
            case YamlMap map:
                var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
                foreach (var (key, value) in map.Entries)
                {
                    if (!seen.TryAdd(key.Value.Trim(), key.Place))
                    {
                        problems.Add(Rules.FieldDuplicate, key.Place, $"The field {PlainText.Quote(key.Value)} already stands on line {seen[key.Value.Trim()].Line}, in the same entry.",
                            $"Keep one of the two; if this begins another entry, write a hyphen before it:  - {key.Value}: …");
                    }

                    Look(value, key.Value, $"{key.Value}: ");
                }

                break;
        }
    }

    private void TellRemark(YamlText text, string name, string before)
    {
        if (text.Quoted || (text.Value.Length > 0 && PlainText.IsNothing(text.Value))) return;
        var row = problems.Lines[text.End.Line - 1];
        var rest = row.AsSpan(Math.Min(row.Length, text.End.Column - 1)).Trim();
        if (rest is not ['#', ..]) return;
        problems.Add(Rules.YamlRemark, new Place(text.End.Line, row.IndexOf('#', text.End.Column - 1) + 1),
            text.Value.Length > 0 ? $"What follows the # is taken for a remark and is no part of \"{name}\"." : $"What follows the # is taken for a remark, so that nothing is left of \"{name}\".",
            $"If it belongs to the value, put {(text.Value.Length > 0 ? "the value" : "it")} in quotation marks:  {before}{YamlLine.InQuotes($"{text.Value} {rest}")}");
    }

    // `-Ada` is a text that begins with a hyphen; in a list it was meant for an entry.
    private static bool IsListWithoutSpace(YamlNode value, Field field) =>
        !(field.Name == "recording" && value is YamlText id && ResourceFields.IsYouTubeId(id.Value)) && field.Kind is FieldKind.People or FieldKind.Texts or FieldKind.Links && value is YamlText { Quoted: false, Value: ['-', var next, ..] } && char.IsLetter(next);

    private void ListWithoutSpace(YamlText text) =>
        problems.Add(Rules.YamlSpace, text.Place with { Column = text.Place.Column + 1 }, "After the hyphen of a list there must be a space.",
            $"Write:  - {problems.Lines[text.Place.Line - 1].Trim().TrimStart('-')}");

    // `speaker2` beside `speaker`.
    private bool IsNumbered(YamlMap map, YamlText key, string name)
    {
        if (Numbered(name) is not { } field) return false;
        var values = map.Entries.Where(entry => (table.TryFind(entry.Key.Value.Trim(), out var one) ? one : Numbered(entry.Key.Value.Trim())) == field).Select(entry => entry.Value).ToList();
        if (values.Count < 2) return false;
        var items = values.SelectMany(value => value is YamlList list ? list.Items : [value]).Where(item => item is not YamlText text || !PlainText.IsNothing(text.Value)).ToList();
        problems.Add(Rules.FieldTwice, key.Place, $"The archive does not know the field {PlainText.Quote(name)} and leaves it out; several values of \"{field.Name}\" stand in one list.",
            items.TrueForAll(item => item is YamlText)
                ? $"Write one line in place of them all:  {field.Name}: [{string.Join(", ", items.Cast<YamlText>().SelectMany(text => field.Kind == FieldKind.People ? NameList.Read(PlainText.Clean(text.Value)).Select(person => person.Name) : [PlainText.Clean(text.Value)]).Select(YamlValue.InList))}]"
                : $"Make it another entry below  {field.Name}: , after a hyphen and a space.");
        return true;
    }

    private Field? Numbered(string name) =>
        name.Length > 1 && char.IsAsciiDigit(name[^1]) && table.TryFind(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out var field) && field.Kind is FieldKind.People or FieldKind.Texts or FieldKind.Links ? field : null;

    private void Unknown(YamlMap map, YamlText key, string name, YamlNode value)
    {
        var near = Meant(name, value);
        if (HiddenElsewhere.Tell(key, near is "draft" or "published" or "status" ? near : FieldTable.Bare(name), value, problems)) return;
        var fix = near is null ? "Delete the line, or leave it: it does no harm. content/README.md lists every field." : $"Did you mean  {near}: ?";
        // A second one would be one too many.
        if (near is not null && table.TryFind(near, out var meant) && map.Entries.Any(entry => table.TryFind(entry.Key.Value.Trim(), out var other) && other == meant && !IsEmpty(entry.Value, other)))
        {
            near = null;
            fix = IsThere(meant, value);
        }

        if (near is not null) lookalikes.TryAdd(near, key);
        if (near == "status" && StatusFields.SaidBy(name, value) is { } status)
        {
            problems.Add(Rules.FieldStatus, key.Place, $"The archive does not know the field {PlainText.Quote(name)}, so the seminar is shown as one that was held.", $"Write  status: {status}");
            return;
        }

        // What follows is of the same text.
        if (problems.Has(Rules.FrontMatterLong)) return;
        if (SwallowedText.BeginsAt(key, value, map, table, problems))
        {
            problems.Add(Rules.FrontMatterLong, key.Place, $"{PlainText.Quote(name)} is taken for the name of a field, which the archive does not know: nobody sees what stands here. Is the line --- missing above it?",
                $"If text for readers begins here, put a line --- above it; {(near is null ? "" : $"if the field {near} is meant, write  {near}: ; ")}if it is a field of another program, add  ignore: [front-matter-long] .");
            return;
        }

        if (near is null && SwallowedText.IsSentence(value)) fix = "If it is written for readers, move it below the second --- . content/README.md lists every field.";
        problems.Add(Rules.FieldUnknown, key.Place, $"The archive does not know the field {PlainText.Quote(name)} and leaves it out.", fix);
    }

    // What to do with a second one of a field; an end may be a day and a time.
    private string IsThere(Field field, YamlNode second)
    {
        if (field.Name == "end" && second is YamlText { Value: var time } && written.Find(one => one.Field == field)?.Value is YamlText { Value: var day }) return $"If it belongs to the end, write both in one line:  end: {PlainText.Clean(day)} {PlainText.Clean(time)} . Else delete the line.";
        return field.Kind is FieldKind.People or FieldKind.Texts or FieldKind.Links ? $"If it belongs to  {field.Name}:  as well, write it there, in one list. Else delete the line, or leave it: it does no harm."
            : $"Delete the line, or leave it: it does no harm, and  {field.Name}:  is there already.";
    }

    // A beginning may be a day or a mere time; what says nothing of a status is not meant for one.
    private string? Meant(string name, YamlNode value) => (table.Suggest(name), value) switch
    {
        ("date", YamlText text) when DateText.ParseTime(DateText.Plain(PlainText.Clean(text.Value))) is not null => "time",
        ("status", YamlText text) when !StatusFields.IsStatus(PlainText.Clean(text.Value)) && StatusFields.SaidBy(name, value) is null => null,
        var (near, _) => near,
    };
}
