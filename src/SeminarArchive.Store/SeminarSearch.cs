using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>How to ask the full-text index. What a visitor types is only ever words, never the index's own syntax.</summary>
public static class SeminarSearch
{
    /// <summary>Longest query that is looked at, in characters; the rest is cut off.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 12;

    extension(Archive archive)
    {
        /// <summary>
        /// Published seminars in which every word occurs (the last one also as the beginning of a word), the best match first:
        /// words in the title weigh most, then speakers, affiliations, subjects, the abstract. Empty for a query without a word.
        /// </summary>
        public async Task<PageOf<SeminarRow>> SearchAsync(string query, int number, int size, CancellationToken cancel = default)
        {
            var words = Words(query);
            if (words.Count == 0) return new PageOf<SeminarRow>([], number, size, 0);

            return await FindAsync(archive, string.Join(' ', words.Select((w, i) => i == words.Count - 1 ? w + "*" : w)), number, size, cancel);
        }

        /// <summary>The published seminars whose words are nearest to those of an address that leads nowhere; the best first, perhaps none.</summary>
        public async Task<IReadOnlyList<SeminarRow>> NearestAsync(string address, int count, CancellationToken cancel = default)
        {
            var words = Words(address).Where(w => w.Length > 4).ToList();
            if (words.Count == 0) return [];

            return (await FindAsync(archive, "{Title Speakers} : (" + string.Join(" OR ", words) + ")", 1, count, cancel)).Items;
        }
    }

    /// <summary>The words of a query, each quoted for the index: letters and digits of any script, nothing else.</summary>
    private static List<string> Words(string query)
    {
        if (query.Length > MaxLength) query = query[..MaxLength];
        var clean = new string([.. query.Select(c => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? c : ' ')]);
        return [.. clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).Select(w => $"\"{w}\"")];
    }

    private static async Task<PageOf<SeminarRow>> FindAsync(Archive archive, string match, int number, int size, CancellationToken cancel)
    {
        var total = await archive.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM "SeminarIndex" WHERE "SeminarIndex" MATCH {match}""").SingleAsync(cancel);
        var ids = await archive.Database.SqlQuery<int>($"""
            SELECT rowid AS "Value" FROM "SeminarIndex" WHERE "SeminarIndex" MATCH {match}
            ORDER BY bm25("SeminarIndex", 10.0, 5.0, 3.0, 2.0, 1.0), rowid LIMIT {size} OFFSET {(long)(number - 1) * size}
            """).ToListAsync(cancel);
        var found = await archive.Seminars.Where(s => ids.Contains(s.Id)).AsRows().ToListAsync(cancel);
        return new PageOf<SeminarRow>([.. found.OrderBy(r => ids.IndexOf(r.Id))], number, size, total);
    }
}
