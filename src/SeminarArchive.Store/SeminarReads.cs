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
            if (archive.ReadAll<Seminar>("WHERE r.\"Slug\" = $1", slug) is not [var seminar]) return null;

            seminar.Text = archive.ReadAll<SeminarText>("WHERE r.\"SeminarId\" = $1", seminar.Id) is [var text] ? text : null;
            seminar.Speakers = archive.ReadAll<SeminarSpeaker>("WHERE r.\"SeminarId\" = $1 ORDER BY r.\"Position\"", seminar.Id);
            if (seminar.Speakers.Count > 0)
            {
                var people = archive.ReadAll<Person>("WHERE r.\"Id\" IN (SELECT \"PersonId\" FROM \"SeminarSpeaker\" WHERE \"SeminarId\" = $1)", seminar.Id);
                foreach (var speaker in seminar.Speakers) speaker.Person = people.Find(p => p.Id == speaker.PersonId)!;
            }

            seminar.Resources = archive.ReadAll<SeminarResource>("WHERE r.\"SeminarId\" = $1 ORDER BY r.\"Position\"", seminar.Id);
            seminar.Authors = archive.ReadAll<Author>(Headings("SeminarAuthor", "AuthorId"), seminar.Id);
            seminar.Categories = archive.ReadAll<Category>(Headings("SeminarCategory", "CategoryId"), seminar.Id);
            seminar.Tags = archive.ReadAll<Tag>(Headings("SeminarTag", "TagId"), seminar.Id);
            return seminar;
        }

        /// <summary>The heading at an address; null when there is none, or no published seminar under it.</summary>
        public T? ReadHeading<T>(string slug)
            where T : Heading, new() => archive.ReadAll<T>("WHERE r.\"Slug\" = $1 AND r.\"Count\" > 0", slug) is [var heading] ? heading : null;

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

        private List<T> ReadAll<T>(string where, params ReadOnlySpan<object> values)
            where T : class, new()
        {
            var reader = RowReader<T>.One;
            using var command = archive.Command($"{reader.Select} {where}", values);
            using var row = command.ExecuteReader();
            var all = new List<T>();
            while (row.Read()) all.Add(reader.Read(row));
            return all;
        }
    }

    private static string Headings(string link, string key) => $"JOIN \"{link}\" x ON x.\"{key}\" = r.\"Id\" WHERE x.\"SeminarId\" = $1 ORDER BY r.\"SortKey\", r.\"Id\"";

    private static string? Text(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
