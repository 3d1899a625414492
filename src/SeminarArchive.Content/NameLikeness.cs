using System.Numerics;

namespace SeminarArchive.Content;

/// <summary>
/// Which names may be one person's, though <see cref="PersonName"/>'s rule does not join them: slips of the pen,
/// initials (<c>M. West</c>, <c>Michael West</c>), another order of the same words.
/// </summary>
public static class NameLikeness
{
    /// <summary>From which likeness on two names deserve a second look.</summary>
    public const double Threshold = 0.85;

    /// <summary>1 for equal plain names, 0 for names without a letter in common: 1 − edits ÷ letters of the longer one, two letters that changed places being one edit. Case and marks do not count.</summary>
    public static double Of(PersonName a, PersonName b)
    {
        var (first, second) = (a.Slug, b.Slug);
        var most = Math.Max(first.Length, second.Length);
        return most == 0 ? 0 : 1 - ((double)Edits(first, second, most) / most);
    }

    /// <summary>True when an editor should say whether the two are one person.</summary>
    public static bool Doubtful(PersonName a, PersonName b) => SameWords(a.Slug, b.Slug) || AbbreviatesOther(a, b) || LacksGeneration(a, b) || (Of(a, b) >= Threshold && !ToldApart(a.Slug, b.Slug));

    /// <summary>
    /// Every pair of <see cref="Doubtful"/> names, as indexes into the list, the smaller first and in order.
    /// Exact, yet quick for ten thousand names: most pairs are ruled out by the letters they lack.
    /// </summary>
    public static IReadOnlyList<(int First, int Second)> Pairs(IReadOnlyList<PersonName> names)
    {
        var pairs = new HashSet<(int, int)>();
        var slugs = names.Select(name => name.Slug).ToArray();
        AddSimilar(slugs, pairs);
        AddGroups(Enumerable.Range(0, names.Count).Where(i => slugs[i].Length > 0).GroupBy(i => Sorted(slugs[i]), StringComparer.Ordinal), (_, _) => true, pairs);
        AddGroups(Enumerable.Range(0, names.Count).Where(i => names[i].Given.Length > 0).GroupBy(i => FamilyAndInitial(names[i]), StringComparer.Ordinal), (i, j) => AbbreviatesOther(names[i], names[j]), pairs);
        AddGroups(Enumerable.Range(0, names.Count).Where(i => slugs[i].Length > 0).GroupBy(i => PlainSlug(names[i], slugs[i]), StringComparer.Ordinal), (i, j) => LacksGeneration(names[i], names[j]), pairs);
        return [.. pairs.Order()];
    }

    private static void AddGroups(IEnumerable<IGrouping<string, int>> groups, Func<int, int, bool> alike, HashSet<(int, int)> pairs)
    {
        foreach (var members in groups.Select(group => group.ToArray()).Where(group => group.Length > 1))
        {
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length; j++)
                {
                    if (alike(members[i], members[j])) pairs.Add((members[i], members[j]));
                }
            }
        }
    }

    // Shortest first, so that the inner loop ends where the other name is too long to be alike.
    private static void AddSimilar(string[] slugs, HashSet<(int, int)> pairs)
    {
        var order = Enumerable.Range(0, slugs.Length).Where(i => slugs[i].Length > 0).OrderBy(i => slugs[i].Length).ToArray();
        var lengths = Array.ConvertAll(order, i => slugs[i].Length);
        var letters = Array.ConvertAll(order, i => Letters(slugs[i]));
        var most = Array.ConvertAll(lengths, length => (int)(((1 - Threshold) * length) + 1e-9));
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length; j++)
            {
                var allowed = most[j];
                if (lengths[j] - lengths[i] > allowed) break;
                // One edit takes one letter away and brings one in.
                if (BitOperations.PopCount(letters[i] ^ letters[j]) > 2 * allowed) continue;

                var (shorter, longer) = (slugs[order[i]], slugs[order[j]]);
                if (Edits(shorter, longer, allowed) > allowed || ToldApart(shorter, longer)) continue;
                pairs.Add(order[i] < order[j] ? (order[i], order[j]) : (order[j], order[i]));
            }
        }
    }

    // Names that differ in an initial or a number are written so to tell people apart; words that differ in more than a third are no slips.
    private static bool ToldApart(string a, string b)
    {
        var (first, second) = (a.Split('-'), b.Split('-'));
        return first.Length == second.Length && first.Zip(second).Any(pair => pair.First != pair.Second && (IsMark(pair.First) || IsMark(pair.Second) || IsOther(pair.First, pair.Second)));

        static bool IsOther(string a, string b) => Math.Max(a.Length, b.Length) is var most && Edits(a, b, most) * 3 > most;

        static bool IsMark(string word) => word.Length == 1 || word is "ii" or "iii" or "iv" or "jr" or "sr" || word.Any(char.IsDigit);
    }

    // A bit for each letter that occurs, another for each that occurs twice.
    private static ulong Letters(string slug)
    {
        var once = 0UL;
        var twice = 0UL;
        foreach (var c in slug)
        {
            var bit = 1UL << (c % 32);
            twice |= once & bit;
            once |= bit;
        }

        return once | (twice << 32);
    }

    private static bool SameWords(string a, string b) => a.Length > 0 && a.Length == b.Length && Sorted(a) == Sorted(b);

    private static string Sorted(string slug) => string.Join('-', slug.Split('-').Order(StringComparer.Ordinal));

    private static string PlainSlug(PersonName name, string slug) => name.Generation.Length == 0 ? slug : Slug.From(name.Plain);

    // John Smithson may be John Smithson Jr., who is not John Smithson Sr.
    private static bool LacksGeneration(PersonName a, PersonName b) =>
        a.Generation.Length == 0 != (b.Generation.Length == 0) && PlainSlug(a, a.Slug) == PlainSlug(b, b.Slug);

    private static string FamilyAndInitial(PersonName name) => $"{Slug.From(name.Family)} {Slug.From(name.Given).FirstOrDefault()}";

    // One family name, and the initials of one agree with the given names of the other as far as both go.
    private static bool AbbreviatesOther(PersonName a, PersonName b)
    {
        if (a.Given.Length == 0 || b.Given.Length == 0 || Slug.From(a.Family) != Slug.From(b.Family)) return false;
        var (first, second) = (Slug.From(a.Given).Split('-'), Slug.From(b.Given).Split('-'));
        var abbreviated = false;
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (first[i].Length == 0 || second[i].Length == 0 || first[i][0] != second[i][0]) return false;
            if (first[i].Length == 1 || second[i].Length == 1) abbreviated = true;
            else if (first[i] != second[i]) return false;
        }

        return abbreviated || first.Length != second.Length;
    }

    // Letters to add, drop, change or swap; anything above the most when there are more.
    private static int Edits(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        var width = b.Length + 1;
        Span<int> rows = width < 128 ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // Further from the diagonal than the most allowed, no way through the table is short enough.
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            row.Fill(most + 1);
            if (i <= most) row[0] = i;
            var least = row[0];
            for (var j = from; j <= to; j++)
            {
                var edits = Math.Min(above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[b.Length];
    }
}
