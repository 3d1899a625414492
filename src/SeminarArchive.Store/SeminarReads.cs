using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What nearly every page asks for, by plain commands.</summary>
internal static class SeminarReads
{
    private static readonly Counter<long> Commands = new Meter("SeminarArchive.Store").CreateCounter<long>("seminararchive.store.commands", "{command}", "Questions to the database that do not go through EF.");

    private static readonly Lazy<Readers> Of = new(() => new Readers());

    extension(Archive archive)
    {
        /// <summary>A command within the transaction that the archive reads in; parameters are <c>$1</c>, <c>$2</c> …</summary>
        public SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
        {
            var connection = (SqliteConnection)archive.Database.GetDbConnection();
            Commands.Add(1, new KeyValuePair<string, object?>("database", connection.DataSource));
            var command = connection.CreateCommand();
            command.Transaction = (SqliteTransaction?)archive.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Every statement is a constant of this room; values go in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i]);
            return command;
        }

        /// <summary>The seminar with all that its page shows, whatever its status; null when there is none.</summary>
        public Seminar? ReadSeminar(string slug)
        {
            var of = Of.Value;
            if (archive.ReadAll(of.Seminar, $"SELECT {of.Seminar.Columns} FROM \"Seminars\" s WHERE s.\"Slug\" = $1", slug) is not [var seminar]) return null;

            seminar.Text = archive.ReadAll(of.Text, $"SELECT {of.Text.Columns} FROM \"SeminarText\" t WHERE t.\"SeminarId\" = $1", seminar.Id) is [var text] ? text : null;
            seminar.Speakers = archive.ReadAll(of.Speaker, $"SELECT {of.Speaker.Columns} FROM \"SeminarSpeaker\" x WHERE x.\"SeminarId\" = $1 ORDER BY x.\"Position\"", seminar.Id);
            if (seminar.Speakers.Count > 0)
            {
                var people = archive.ReadAll(of.Person, $"SELECT {of.Person.Columns} FROM \"People\" p WHERE p.\"Id\" IN (SELECT \"PersonId\" FROM \"SeminarSpeaker\" WHERE \"SeminarId\" = $1)", seminar.Id);
                foreach (var speaker in seminar.Speakers) speaker.Person = people.Find(p => p.Id == speaker.PersonId)!;
            }

            seminar.Resources = archive.ReadAll(of.Resource, $"SELECT {of.Resource.Columns} FROM \"SeminarResource\" r WHERE r.\"SeminarId\" = $1 ORDER BY r.\"Position\"", seminar.Id);
            seminar.Authors = archive.ReadAll(of.Author, Headings(of.Author.Columns, "Authors", "SeminarAuthor", "AuthorId"), seminar.Id);
            seminar.Categories = archive.ReadAll(of.Category, Headings(of.Category.Columns, "Categories", "SeminarCategory", "CategoryId"), seminar.Id);
            seminar.Tags = archive.ReadAll(of.Tag, Headings(of.Tag.Columns, "Tags", "SeminarTag", "TagId"), seminar.Id);
            return seminar;
        }

        /// <summary>The rows of published seminars, in the order of their ids as given.</summary>
        public List<SeminarRow> ReadRows(IReadOnlyList<int> ids)
        {
            if (ids.Count == 0) return [];

            var wanted = $"[{string.Join(',', ids)}]";
            var speakers = new Dictionary<int, List<SpeakerLine>>(ids.Count);
            using (var command = archive.Command("""
                SELECT x."SeminarId", x."Name", x."PersonSlug", x."Affiliation", x."AffiliationSlug"
                FROM json_each($1) j CROSS JOIN "SeminarSpeaker" x ON x."SeminarId" = j.value ORDER BY j.key, x."Position"
                """, wanted))
            using (var line = command.ExecuteReader())
            {
                while (line.Read())
                {
                    var id = line.GetInt32(0);
                    if (!speakers.TryGetValue(id, out var lines)) speakers[id] = lines = [];
                    lines.Add(new SpeakerLine(line.GetString(1), line.GetString(2), Text(line, 3), Text(line, 4)));
                }
            }

            var rows = new List<SeminarRow>(ids.Count);
            using (var command = archive.Command("""
                SELECT s."Id", s."Slug", s."Title", s."Language", s."DateKey", s."Time", s."EndTime", s."TimeZone", s."EndsAt", s."Location", s."Summary", s."HasSlides", s."HasRecording"
                FROM json_each($1) j CROSS JOIN "Seminars" s ON s."Id" = j.value AND s."Status" = $2 ORDER BY j.key
                """, wanted, (int)SeminarStatus.Published))
            using (var row = command.ExecuteReader())
            {
                while (row.Read())
                {
                    rows.Add(new SeminarRow
                    {
                        Id = row.GetInt32(0),
                        Slug = row.GetString(1),
                        Title = row.GetString(2),
                        Language = Text(row, 3),
                        DateKey = row.GetInt32(4),
                        Time = row.IsDBNull(5) ? null : row.GetFieldValue<TimeOnly>(5),
                        EndTime = row.IsDBNull(6) ? null : row.GetFieldValue<TimeOnly>(6),
                        TimeZone = Text(row, 7),
                        EndsAt = row.GetInt64(8),
                        Location = Text(row, 9),
                        Summary = row.GetString(10),
                        HasSlides = row.GetBoolean(11),
                        HasRecording = row.GetBoolean(12),
                        Speakers = speakers.GetValueOrDefault(row.GetInt32(0)) ?? [],
                    });
                }
            }

            return rows.Count == ids.Count ? rows : throw new InvalidOperationException("A seminar that was asked for is not there, or not published.");
        }

        private List<T> ReadAll<T>(RowReader<T> reader, string sql, params ReadOnlySpan<object> values)
            where T : class, new()
        {
            using var command = archive.Command(sql, values);
            using var row = command.ExecuteReader();
            var all = new List<T>();
            while (row.Read()) all.Add(reader.Read(row));
            return all;
        }
    }

    private static string Headings(string columns, string table, string link, string key) =>
        $"SELECT {columns} FROM \"{link}\" x JOIN \"{table}\" h ON h.\"Id\" = x.\"{key}\" WHERE x.\"SeminarId\" = $1 ORDER BY h.\"SortKey\", h.\"Id\"";

    private static string? Text(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private sealed class Readers
    {
        private static readonly Microsoft.EntityFrameworkCore.Metadata.IModel Model = ArchiveFile.Model();

        public RowReader<Seminar> Seminar { get; } = new(Model, "s");

        public RowReader<SeminarText> Text { get; } = new(Model, "t");

        public RowReader<SeminarSpeaker> Speaker { get; } = new(Model, "x");

        public RowReader<Person> Person { get; } = new(Model, "p");

        public RowReader<SeminarResource> Resource { get; } = new(Model, "r");

        public RowReader<Author> Author { get; } = new(Model, "h");

        public RowReader<Category> Category { get; } = new(Model, "h");

        public RowReader<Tag> Tag { get; } = new(Model, "h");
    }
}
