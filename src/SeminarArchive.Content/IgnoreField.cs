using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>The rules of which a file wants to hear nothing.</summary>
internal static class IgnoreField
{
    private const int MostRules = 100;

    /// <summary>Names of warnings and notices only: an error keeps a file from being published, whether it is spoken of or not.</summary>
    public static IReadOnlySet<string> Read(FrontMatterFields fields)
    {
        if (fields.One("ignore") is not { } field) return FrozenSet<string>.Empty;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, place) in fields.Texts(field, 100, MostRules, line => line.Split((char[])[',', ' '])))
        {
            var name = text.ToLowerInvariant().Replace('_', '-');
            if (Rules.All.FirstOrDefault(rule => rule.Name == name) is not { } rule)
            {
                var near = Spelling.Closest(name, Rules.All.Where(other => other.Severity != Severity.Error).Select(other => other.Name));
                fields.Problems.Add(Rules.IgnoreUnknown, place, $"There is no rule {PlainText.Quote(text)} that could be ignored.",
                    near is null ? "Write the name that stands in the table of rules in content/README.md." : $"Did you mean  {near} ?");
            }
            else if (rule.Severity == Severity.Error)
            {
                fields.Problems.Add(Rules.IgnoreRefused, place, $"\"{rule.Name}\" cannot be ignored: a file with that mistake is not published.",
                    "Mend the mistake and delete the rule from this list; only warnings and notices can be ignored.");
            }
            else
            {
                names.Add(rule.Name);
            }
        }

        return names;
    }
}
