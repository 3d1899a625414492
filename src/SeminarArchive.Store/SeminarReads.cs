using Microsoft.Data.Sqlite;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>What nearly every page asks for, by plain commands.</summary>
internal static class SeminarReads
{
    extension(Archive archive)
    {
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
            seminar.Categories = archive.ReadAll<Category>(Headings("SeminarCategory", "CategoryId", "x.\"Position\", "), seminar.Id);
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
            using (var line = archive.Ask("""
                SELECT x."SeminarId", x."Name", x."PersonSlug", x."Affiliation", x."AffiliationSlug"
                FROM json_each($1) j CROSS JOIN "SeminarSpeaker" x ON x."SeminarId" = j.value ORDER BY j.key, x."Position"
                """, wanted))
            {
                while (line.Read())
                {
                    var id = line.GetInt32(0);
                    if (!speakers.TryGetValue(id, out var lines)) speakers[id] = lines = [];
                    lines.Add(new SpeakerLine(line.GetString(1), line.GetString(2), Text(line, 3), Text(line, 4)));
                }
            }

            var rows = new List<SeminarRow>(ids.Count);
            using (var row = archive.Ask("""
                SELECT s."Id", s."Slug", s."Title", s."Language", s."DateKey", s."Time", s."EndTime", s."TimeZone", s."EndsAt", s."Location", s."Summary", s."HasSlides", s."HasRecording", s."EventStatus",
                    s."EndDateKey", s."BeginsAt"
                FROM json_each($1) j CROSS JOIN "Seminars" s ON s."Id" = j.value AND s."Status" = $2 ORDER BY j.key
                """, wanted, (int)SeminarStatus.Published))
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
                        EventStatus = (EventStatus)row.GetInt32(13),
                        EndDateKey = row.IsDBNull(14) ? null : row.GetInt32(14),
                        BeginsAt = row.GetInt64(15),
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
            using var row = archive.Ask($"{reader.Select} {where}", values);
            var all = new List<T>();
            while (row.Read()) all.Add(reader.Read(row));
            return all;
        }
    }

    private static string Headings(string link, string key, string first = "") => $"JOIN \"{link}\" x ON x.\"{key}\" = r.\"Id\" WHERE x.\"SeminarId\" = $1 ORDER BY {first}r.\"SortKey\", r.\"Id\"";

    private static string? Text(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
