using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace SeminarArchive.Store;

/// <summary>Long lists of seminars with all that hangs on them, for formats that say everything.</summary>
public static class WholeSeminars
{
    extension(IQueryable<Seminar> seminars)
    {
        /// <summary>
        /// Each with its texts, speakers, resources and headings, newest first, read while the list is enumerated: the same few commands
        /// and the same little memory for ten seminars and for a hundred thousand.
        /// </summary>
        public async IAsyncEnumerable<Seminar> WholeAsync([EnumeratorCancellation] CancellationToken cancel = default)
        {
            // Each list is in the order of the seminars, so that they are read side by side.
            await using var speakers = new Parts<Spoken>(from s in seminars from p in s.Speakers orderby s.SortKey descending, s.Slug, p.Position select new Part<Spoken>(s.Id, new Spoken(p, p.Person)), cancel);
            await using var resources = new Parts<SeminarResource>(from s in seminars from r in s.Resources orderby s.SortKey descending, s.Slug, r.Position select new Part<SeminarResource>(s.Id, r), cancel);
            await using var authors = new Parts<Author>(from s in seminars from a in s.Authors orderby s.SortKey descending, s.Slug, a.SortKey, a.Slug select new Part<Author>(s.Id, a), cancel);
            await using var categories = new Parts<Category>(from s in seminars from l in s.CategoryLinks orderby s.SortKey descending, s.Slug, l.Position, l.Category.SortKey, l.Category.Slug select new Part<Category>(s.Id, l.Category), cancel);
            await using var tags = new Parts<Tag>(from s in seminars from t in s.Tags orderby s.SortKey descending, s.Slug, t.SortKey, t.Slug select new Part<Tag>(s.Id, t), cancel);
            await foreach (var seminar in seminars.NewestFirst().Include(s => s.Text).AsAsyncEnumerable().WithCancellation(cancel))
            {
                seminar.Speakers = (await speakers.OfAsync(seminar.Id)).ConvertAll(s => s.Of());
                seminar.Resources = await resources.OfAsync(seminar.Id);
                seminar.Authors = await authors.OfAsync(seminar.Id);
                seminar.Categories = await categories.OfAsync(seminar.Id);
                seminar.Tags = await tags.OfAsync(seminar.Id);
                yield return seminar;
            }
        }
    }

    private sealed record Part<T>(int SeminarId, T Value);

    private sealed record Spoken(SeminarSpeaker Speaker, Person Person)
    {
        public SeminarSpeaker Of()
        {
            Speaker.Person = Person;
            return Speaker;
        }
    }

    private sealed class Parts<T>(IQueryable<Part<T>> query, CancellationToken cancel) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<Part<T>> _rows = query.AsAsyncEnumerable().GetAsyncEnumerator(cancel);
        private Part<T>? _next;
        private bool _ended;

        /// <summary>The parts of the seminar, which must be asked for in the order of the list.</summary>
        public async Task<List<T>> OfAsync(int seminar)
        {
            var parts = new List<T>();
            if (_next is null && !_ended) await MoveAsync();
            for (; _next?.SeminarId == seminar; await MoveAsync()) parts.Add(_next.Value);
            return parts;
        }

        public ValueTask DisposeAsync() => _rows.DisposeAsync();

        private async Task MoveAsync()
        {
            _ended = !await _rows.MoveNextAsync();
            _next = _ended ? null : _rows.Current;
        }
    }
}
