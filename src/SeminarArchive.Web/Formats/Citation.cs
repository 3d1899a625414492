using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>How a bibliography refers to a seminar in one style.</summary>
/// <param name="Style">As readers know it: <c>APA</c>.</param>
public sealed record Citation(string Style, IReadOnlyList<CitationRun> Runs)
{
    /// <summary>What it was, in the words of all formats.</summary>
    public static string GenreOf(Seminar seminar) => Words.CalledOff(seminar.EventStatus) is { } mark ? $"{mark} seminar presentation" : "Seminar presentation";

    /// <summary>In every style that has rules for talks and is asked for, in alphabetical order.</summary>
    /// <param name="address">Where the seminar is to be found, absolute.</param>
    public static IReadOnlyList<Citation> Of(Seminar seminar, string series, string address)
    {
        var cited = new CitedSeminar(seminar, series, address);
        return [Apa.Cite(cited), Chicago.Cite(cited), Harvard.Cite(cited), Mla.Cite(cited), Vancouver.Cite(cited)];
    }

    /// <summary>The institution, when all speakers came from one; else null.</summary>
    public static string? PlaceOf(Seminar seminar) => seminar.Speakers.Select(s => s.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;

    public override string ToString() => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A part of a citation.</summary>
public readonly record struct CitationRun(string Text, CitationRun.Kind As = CitationRun.Kind.Plain)
{
    public enum Kind
    {
        Plain,

        /// <summary>What editors wrote: it may run in a direction of its own.</summary>
        Written,

        /// <summary>The same, in italics.</summary>
        Italic,

        /// <summary>The seminar's title, in its language.</summary>
        Title,

        /// <summary>The same, in italics.</summary>
        ItalicTitle,

        Address,
    }

    public static implicit operator CitationRun(string text) => new(text);
}
