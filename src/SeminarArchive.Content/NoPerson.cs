using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>What stands in a name's place while nobody is known: <c>Speaker TBC</c>, <c>to be announced (KCL)</c>, <c>N.N.</c></summary>
internal static partial class NoPerson
{
    public static bool Is(string name) => Words().IsMatch(name);

    [GeneratedRegex("""
        ^(
        ((the|our|invited|guest|external)\ )*(speakers?|presenters?|lecturers?|names?|guests?)?[\s:,-]*\(?\s*((is|are)\ )?(still\ )?(tba|tbc|tbd|t\.b\.[acd]\.|to\ be\ (announced|confirmed|determined|decided|advised)|not\ yet\ (known|confirmed|announced))\.?\s*\)?(\s*\([^()]*\))?
        | (speaker\ )?unknown(\ speaker)?
        | n\.\ ?n\. | nn
        )$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Words();
}
