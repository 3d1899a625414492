using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Two who may be one person.</summary>
public sealed record UnsurePair(Person First, Person Second);

/// <summary>What pages ask about people.</summary>
public static class PeopleQueries
{
    extension(Archive archive)
    {
        /// <summary>
        /// Pairs of people whose names are alike (<see cref="NameLikeness.Doubtful"/>) in any of their spellings, in the order of their sort keys.
        /// Left out are those that editors have told apart: both have an ORCID iD, or both a people file, or the file of one says
        /// <c>ignore: [name-similar]</c>.
        /// </summary>
        public async Task<IReadOnlyList<UnsurePair>> UnsurePeopleAsync(CancellationToken cancel = default)
        {
            var people = await archive.People.Alphabetical().ToListAsync(cancel);
            var apart = (await archive.PeopleFiles.ToListAsync(cancel)).Where(f => f.Ignore.Contains("name-similar")).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
            var spellings = people.SelectMany(p => p.Spellings.Select(PersonName.Parse).DistinctBy(n => n.Slug, StringComparer.Ordinal), (person, name) => (person, name)).ToList();
            var place = people.Index().ToDictionary(p => p.Item.Id, p => p.Index);

            return [.. NameLikeness.Pairs([.. spellings.Select(s => s.name)])
                .Select(pair => (A: spellings[pair.First].person, B: spellings[pair.Second].person))
                .Where(pair => pair.A != pair.B && !ToldApart(pair.A, pair.B))
                .Select(pair => place[pair.A.Id] < place[pair.B.Id] ? pair : (A: pair.B, B: pair.A))
                .Distinct()
                .OrderBy(pair => place[pair.A.Id]).ThenBy(pair => place[pair.B.Id])
                .Select(pair => new UnsurePair(pair.A, pair.B))];

            bool ToldApart(Person a, Person b) => (a.Orcid is not null && b.Orcid is not null) || (a.File is not null && b.File is not null) || IsApart(a) || IsApart(b);

            bool IsApart(Person person) => person.File is not null && apart.Contains(person.File);
        }

        /// <summary>The slug of the person to whose page another address leads; null when it leads to none, or the person has no page now.</summary>
        /// <param name="address">A numbered page of a list counts as the list.</param>
        public Task<string?> PersonOfAliasAsync(string address, CancellationToken cancel = default)
        {
            var key = AliasKey.From(address);
            var page = key.LastIndexOf("/page/", StringComparison.Ordinal);
            if (page > 0 && key.AsSpan(page + 6) is { Length: > 0 } number && number.IndexOfAnyExceptInRange('0', '9') < 0) key = key[..page];
            return archive.PersonAliases.Where(a => a.Address == key && a.Person.Count > 0).Select(a => a.Person.Slug).FirstOrDefaultAsync(cancel);
        }
    }
}
