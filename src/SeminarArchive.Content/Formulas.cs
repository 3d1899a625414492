using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Jint;
using Jint.Runtime;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;

namespace SeminarArchive.Content;

/// <summary>
/// Formulas: TeX as editors write it → MathML, which browsers set without a script and screen readers read out. Temml (https://temml.org) does it,
/// a program in JavaScript, run by Jint; it is started for the first formula, which takes about a second.
/// </summary>
internal static partial class Formulas
{
    // In characters, in braces and environments within each other. Nobody reads more on one line, and a page cannot show it.
    private const int Longest = 2_000;
    private const int Deepest = 40;

    // The same letters stand in a text many times.
    private const int MostKnown = 2_000;

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 +-=<>()[]/|,.:;!?");

    private static readonly Lock Setting = new();
    private static readonly Dictionary<(string Tex, bool OnItsOwn), Formula> Known = [];
    private static readonly Lazy<Engine> Temml = new(Start);

    /// <summary>Sets the formulas that Markdig has marked. One that cannot be read stays as it was written, and is reported where it stands in <paramref name="source"/>.</summary>
    public static string Set(string html, MarkdownDocument source, BodyProblem report)
    {
        if (!html.Contains("class=\"math\"", StringComparison.Ordinal)) return html;

        var typeset = new StringBuilder(html.Length * 2);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        // Found first, since the time that the search may take would run on while they are set.
        foreach (var match in Marked().Matches(html).ToList())
        {
            var (tex, onItsOwn) = (WebUtility.HtmlDecode(match.Groups["tex"].Value).Trim(), match.Groups["mark"].Value == "[");
            var formula = Of(tex, onItsOwn);
            if (formula.MathMl is null && told.Add(tex)) Report(tex, formula.Fault, source, report);

            typeset.Append(html, at, match.Index - at).Append(Print(formula, match, onItsOwn));
            at = match.Index + match.Length;
        }

        return typeset.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>What stands between the dollar signs; WordPress begins it with its own mark.</summary>
    public static string TexOf(MathInline formula)
    {
        var tex = formula.Content.ToString().Trim();
        return tex.StartsWith("latex ", StringComparison.Ordinal) ? tex["latex ".Length..].TrimStart() : tex;
    }

    /// <summary>Formulas that are read just as they are written, such as <c>n = 100</c> and <c>O(1/n)</c>, lose their marks.</summary>
    /// <param name="text">With formulas between <c>\(</c> and <c>\)</c>.</param>
    public static string WithoutMarks(string text) => Marks().Replace(text, match => IsPlain(match.ValueSpan[2..^2]) ? match.Value[2..^2] : match.Value);

    /// <summary>Whether TeX is read by those who do not know it just as it is written.</summary>
    public static bool IsPlain(ReadOnlySpan<char> tex) => tex.IndexOfAnyExcept(Plain) < 0;

    private static string Print(Formula formula, Match match, bool onItsOwn)
    {
        var (element, before, after) = (match.Groups["element"].Value, match.Groups["before"].Value, match.Groups["after"].Value);
        if (formula.MathMl is null)
        {
            var mark = onItsOwn ? "$$" : "$";
            return $"{before}<{element} class=\"math\">{mark}{match.Groups["tex"].Value}{mark}</{element}>{after}";
        }

        if (onItsOwn) return $"{before}<{element} class=\"formula\">{formula.MathMl}</{element}>{after}";
        // A line may begin with neither the full stop behind it nor the rest of "n-dimensional".
        return before.Length + after.Length == 0 ? formula.MathMl : $"<span class=\"formula-word\">{before}{formula.MathMl}{after}</span>";
    }

    private static Formula Of(string tex, bool onItsOwn)
    {
        if (tex.Length > Longest) return new Formula(null, $"it is longer than {Longest} characters");
        if (Remark().IsMatch(tex)) return new Formula(null, "what stands behind % is left out; a percent sign is \\%");
        if (IsTooDeep(tex)) return new Formula(null, "braces stand within braces too deep");

        lock (Setting)
        {
            if (Known.TryGetValue((tex, onItsOwn), out var known)) return known;
            if (Known.Count >= MostKnown) Known.Clear();
            return Known[(tex, onItsOwn)] = Typeset(tex, onItsOwn);
        }
    }

    private static Formula Typeset(string tex, bool onItsOwn)
    {
        try
        {
            var mathMl = MathMl.From(Temml.Value.Invoke("typeset", tex, onItsOwn).AsString(), tex, onItsOwn);
            return mathMl is null ? new Formula(null, "it is nested too deep") : new Formula(mathMl, "");
        }
        catch (JavaScriptException e)
        {
            return new Formula(null, Cause(e.Message));
        }
        catch (Exception e) when (e is JintException or XmlException or InsufficientExecutionStackException)
        {
            return new Formula(null, "it takes too long");
        }
    }

    private static Engine Start()
    {
        // Counted in steps, so that the same text gives the same page on every machine. Deep calls go on in a thread of their own: by itself a stack too small ends the program.
        var engine = new Engine(options =>
        {
            options.MaxStatements(20_000_000).LimitRecursion(2_000);
            options.Constraints.MaxExecutionStackCount = 2_000;
        });
        using var program = typeof(Formulas).Assembly.GetManifestResourceStream("temml.min.js")!;
        using var reader = new StreamReader(program);
        engine.Execute("var window = this, self = this;");
        engine.Execute(reader.ReadToEnd());
        return engine.Execute("""
            function typeset(tex, onItsOwn) {
              return temml.renderToString(tex, { displayMode: onItsOwn, wrap: onItsOwn ? 'none' : 'tex', throwOnError: true, trust: false, xml: true, maxExpand: 200 });
            }
            """);
    }

    private static bool IsTooDeep(string tex)
    {
        var depth = 0;
        foreach (var brace in Braces().EnumerateMatches(tex))
        {
            var mark = tex.AsSpan(brace.Index, brace.Length);
            if (mark is "{" or "\\left" or "\\begin") depth++;
            else if (mark is "}" or "\\right" or "\\end") depth--;
            if (depth > Deepest) return true;
        }

        return false;
    }

    // Temml goes on with the place, for which the report has a line.
    private static string Cause(string message)
    {
        var words = Place().Replace(message.Replace("\u0332", "", StringComparison.Ordinal), "").Trim().TrimEnd('.');
        return words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static void Report(string tex, string fault, MarkdownDocument source, BodyProblem report)
    {
        var place = source.Descendants().FirstOrDefault(node => node switch
        {
            MathInline inline => TexOf(inline) == tex,
            MathBlock block => block.Lines.ToString().Trim() == tex,
            _ => false,
        });
        report(Rules.FormulaPrinted, place?.Line ?? 0, place?.Column ?? 0, $"{PlainText.Quote(tex)} cannot be set as a formula ({fault}), and is printed as it stands.",
            "Correct the TeX. A dollar sign that begins no formula is  \\$ .");
    }

    // With what stands beside it without a space.
    [GeneratedRegex("""(?<before>[^\s<>&;]{0,20})<(?<element>span|div) class="math">\s*\\(?<mark>[(\[])(?<tex>[^<]*)\\[)\]]\s*</\k<element>>(?<after>[^\s<&]{0,20})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();

    // With what is none, since a backslash stands before it.
    [GeneratedRegex("""\\[{}\\]|[{}]|\\(left|right|begin|end)(?![a-zA-Z])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex("""\\\([^\\]*\\\)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    // Behind any number of line ends, \\, but no backslash of its own.
    [GeneratedRegex("""(?<!\\)(\\\\)*%""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("""\s+at (end of input|position [0-9]+)\s*:[\s\S]*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    /// <param name="MathMl">Null when it cannot be set.</param>
    /// <param name="Fault">Why not; for the middle of a sentence.</param>
    private sealed record Formula(string? MathMl, string Fault);
}
