using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>Writes the pages that are no seminars, and the descriptions of categories.</summary>
internal sealed class PageWriter(RowWriter rows)
{
    private const string Categories = "categories/";

    // What seminars call the category, for when its page has no title of its own.
    private static readonly string Printed = $"({HeadingWriter.NewestFirst("x.\"Name\"", "SeminarCategory", "x.\"CategoryId\" = \"Categories\".\"Id\"")})";

    /// <summary>True when a page came, went or changed, or a category's description did. One that cannot be read stays as it was.</summary>
    /// <param name="problems">Receives what is wrong with pages since this seeding.</param>
    public bool TakeIn(ContentFolder content, List<Problem> problems)
    {
        var any = false;
        var errors = new List<Problem>();
        var pages = content.Pages("about.md", errors).Concat(content.Pages("categories", errors)).ToList();
        var faulty = errors.ToLookup(p => p.File["content/".Length..], StringComparer.Ordinal);
        Report(faulty, problems);
        foreach (var gone in rows.Column<string>("SELECT \"Path\" FROM \"ContentPages\"").Except(pages.Select(p => p.Path).Concat(faulty.Select(f => f.Key)), StringComparer.Ordinal))
        {
            rows.Run("DELETE FROM \"ContentPages\" WHERE \"Path\" = $1", gone);
            if (gone.StartsWith(Categories, StringComparison.Ordinal))
            {
                rows.Run($"UPDATE \"Categories\" SET \"DescriptionHtml\" = NULL, \"DescriptionText\" = NULL, \"Name\" = {Printed} WHERE \"Slug\" = $1", Slug.OfSubject(Path.GetFileNameWithoutExtension(gone)));
            }

            any = true;
        }

        foreach (var page in pages)
        {
            if (rows.Scalar("SELECT 1 FROM \"ContentPages\" WHERE \"Path\" = $1 AND \"Title\" IS $2 AND \"Html\" = $3 AND \"Text\" = $4 AND \"Slug\" = $5", page.Path, page.Title, page.Html, page.Text, page.Slug) is not null) continue;
            rows.Put(new ContentPage { Path = page.Path, Slug = page.Slug, Title = page.Title, Html = page.Html, Text = page.Text });
            any = true;
        }

        // Those that cannot be read now too: a category that was counted anew has lost the title that its page gave it.
        foreach (var page in rows.Rows("SELECT \"Slug\", \"Html\", \"Text\", \"Title\" FROM \"ContentPages\" WHERE \"Path\" >= 'categories/' AND \"Path\" < 'categories0' ORDER BY \"Path\"",
            r => (Slug: r.GetString(0), Html: r.GetString(1), Text: r.GetString(2), Title: r.IsDBNull(3) ? null : r.GetString(3))))
        {
            any |= rows.Run($"""
                UPDATE "Categories" SET "DescriptionHtml" = $2, "DescriptionText" = $3, "Name" = coalesce($4, {Printed})
                WHERE "Slug" = $1 AND ("DescriptionHtml" IS NOT $2 OR "DescriptionText" IS NOT $3 OR "Name" IS NOT coalesce($4, {Printed}))
                """, Slug.OfSubject(page.Slug), page.Html, page.Text, page.Title) > 0;
        }

        return any;
    }

    // Kept as those of seminars are; of a page without any nothing is.
    private void Report(ILookup<string, Problem> faulty, List<Problem> problems)
    {
        // By ranges, which are found without a look at every file there is.
        const string others = "\"Path\" < 'people/' OR (\"Path\" >= 'people0' AND \"Path\" < 'seminars/') OR \"Path\" >= 'seminars0'";
        foreach (var mended in rows.Column<string>($"SELECT \"Path\" FROM \"SourceFiles\" WHERE {others}").Except(faulty.Select(f => f.Key), StringComparer.Ordinal)) rows.Run("DELETE FROM \"SourceFiles\" WHERE \"Path\" = $1", mended);
        foreach (var file in faulty)
        {
            var json = SourceFile.Json([.. file]);
            if (rows.Scalar("SELECT 1 FROM \"SourceFiles\" WHERE \"Path\" = $1 AND \"Problems\" = $2", file.Key, json) is not null) continue;

            rows.Put(new SourceFile { Path = file.Key, Problems = json });
            problems.AddRange(file);
        }
    }
}
