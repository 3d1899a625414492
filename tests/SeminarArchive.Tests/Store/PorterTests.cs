using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Tests.Store;

/// <summary>What is marked is what was found only while both know words by the same stems.</summary>
public class PorterTests
{
    private static readonly string[] Endings =
    [
        "s", "es", "ies", "sses", "eed", "ed", "ing", "y", "ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness",
        "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "logy", "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant",
        "ement", "ment", "ent", "ion", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "e", "ll", "le", "at", "bl", "iz", "tt", "ss", "zz", "",
    ];

    [Fact]
    public void Stems_are_SQLites_own()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'porter unicode61'); CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)");
        // Every two endings after nothing and after a few letters, the same ones in every run.
        const string letters = "aeioubcdlnrstvwxyz";
        var chance = new Random(1980);
        var made = Endings.SelectMany(a => Endings.Select(b => a + b)).SelectMany(ending => Enumerable.Range(0, 7).Select(n => string.Concat(Enumerable.Range(0, n).Select(_ => letters[chance.Next(letters.Length)])) + ending));
        var written = Directory.EnumerateFiles(Path.Combine(SeminarArchive.Web.Home.Repository!, "tests", "demo-content"), "*.md", SearchOption.AllDirectories).SelectMany(f => Regex.Matches(File.ReadAllText(f).ToLowerInvariant(), "[a-z0-9]+").Select(m => m.Value));
        var words = made.Concat(written).Where(w => w.Length > 0).Distinct().ToList();
        Assert.True(words.Count > 20_000);
        using (var insert = connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO t (rowid, x) VALUES ($1, $2)";
            var (id, word) = (insert.Parameters.AddWithValue("$1", 0), insert.Parameters.AddWithValue("$2", ""));
            foreach (var (i, w) in words.Index())
            {
                (id.Value, word.Value) = (i, w);
                insert.ExecuteNonQuery();
            }
        }

        var differing = new List<(string Word, string SQLite, string Own)>();
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT doc, term FROM v";
        using var reader = ask.ExecuteReader();
        while (reader.Read())
        {
            var word = words[reader.GetInt32(0)];
            if (Porter.Stem(word) != reader.GetString(1)) differing.Add((word, reader.GetString(1), Porter.Stem(word)));
        }

        Assert.Equal([], differing);

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
