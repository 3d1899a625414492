using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SeminarArchive.Content;

/// <summary>YAML → nodes, every scalar as the text that stands there, so that <c>12:00</c> stays a time.</summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 6;
    private const int MaxNodes = 4000;

    private readonly Parser parser;
    private readonly ProblemList problems;
    private int nodes;

    private YamlTree(string text, ProblemList problems) =>
        (parser, this.problems) = (new Parser(new Scanner(new StringReader(text), skipComments: true)), problems);

    /// <summary>The fields; empty when there are none, null when the text is not YAML (the problem says why).</summary>
    public static YamlMap? Read(Fences fences, ProblemList problems)
    {
        var lines = problems.Lines.AsSpan(0, fences.Close);
        var text = string.Join('\n', lines!).Replace('\u2028', ' ').Replace('\u2029', ' ').Replace('\u0085', ' ').Replace('\uFEFF', ' ');
        if (text.Length > 400_000 || fences.Close - fences.Open > Fences.MaxFrontMatterLines)
        {
            problems.Add(Rules.FrontMatterTooLarge, new Place(fences.Open + 1, 1), "The front matter is too long.",
                "Put the abstract after the closing line ---, and leave only the fields before it.");
            return null;
        }

        // The opening fence is kept, so that marks are the file's own lines.
        var tree = new YamlTree(text + "\n", problems);
        try
        {
            return tree.Root(fences);
        }
        catch (YamlException fault)
        {
            YamlFaults.Explain(At(fault.Start), fences, problems);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The parser's own slips on text that is no YAML, such as a bracket that never closes.
            YamlFaults.Explain(tree.parser.Current is { } last ? At(last.End) : new Place(fences.Close, 1), fences, problems);
            return null;
        }
    }

    private YamlMap? Root(Fences fences)
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is StreamEnd) return new YamlMap(new Place(fences.Open + 1, 1), []);
        parser.MoveNext();
        var node = Node(0);
        if (node is null) return null;
        if (node is YamlText { Value.Length: 0, Quoted: false }) node = new YamlMap(new Place(fences.Open + 1, 1), []);
        if (node is not YamlMap map)
        {
            YamlFaults.NotFields(node, fences, problems);
            return null;
        }

        parser.MoveNext();
        if (parser.MoveNext() && parser.Current is DocumentStart second)
        {
            problems.Add(Rules.YamlSyntax, At(second.Start), "A second front matter begins here.", "Keep one line --- before the fields and one after them, nothing else.");
            return null;
        }

        return map;
    }

    private YamlNode? Node(int depth)
    {
        var now = parser.Current!;
        var place = At(now.Start);
        if (++nodes > MaxNodes)
        {
            problems.Add(Rules.FrontMatterTooLarge, place, "The front matter has too many entries.", "Leave out what does not belong to this seminar.");
            return null;
        }

        if (depth > MaxDepth)
        {
            problems.Add(Rules.YamlDepth, place, "Lists within lists go too deep here.", "Write a plain list: one entry to a line, each after a hyphen and a space.");
            return null;
        }

        if (now is AnchorAlias || now is NodeEvent { Anchor.IsEmpty: false } || now is NodeEvent { Tag.IsEmpty: false } tagged && !IsQuotedText(tagged))
        {
            YamlFaults.Special(place, problems);
            return null;
        }

        switch (now)
        {
            case Scalar scalar:
                if (scalar.Style == ScalarStyle.DoubleQuoted) YamlFaults.Escapes(place, At(scalar.End), problems);
                parser.MoveNext();
                return new YamlText(place, scalar.Value, scalar.Style is not ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded, At(scalar.End));
            case SequenceStart:
                return List(place, depth);
            case MappingStart:
                return Map(place, depth);
            default:
                problems.Add(Rules.YamlSyntax, place, "Something is wrong with the front matter here.", "Write each field on a line of its own:  name: value");
                return null;
        }
    }

    private YamlList? List(Place place, int depth)
    {
        var items = new List<YamlNode>();
        parser.MoveNext();
        while (parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is not { } item) return null;
            items.Add(item);
        }

        parser.MoveNext();
        return new YamlList(place, items);
    }

    private YamlMap? Map(Place place, int depth)
    {
        var entries = new List<KeyValuePair<YamlText, YamlNode>>();
        var cut = new YamlCommas(problems);
        parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            if (Node(depth + 1) is not { } key) return null;
            if (key is not YamlText name)
            {
                problems.Add(Rules.YamlSyntax, key.Place, "A field's name is a list here.", "Write each field on a line of its own:  name: value");
                return null;
            }

            if (Node(depth + 1) is not { } value) return null;
            if (!cut.Takes(name, value, entries)) entries.Add(new(name, value));
        }

        cut.Tell();

        parser.MoveNext();
        return new YamlMap(place, entries);
    }

    // Jekyll's old habit of writing `! "text"` says only that the text is text.
    private static bool IsQuotedText(NodeEvent node) => node is Scalar { Style: not ScalarStyle.Plain } scalar && scalar.Tag.Value is "!" or "tag:yaml.org,2002:str";

    private static Place At(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
