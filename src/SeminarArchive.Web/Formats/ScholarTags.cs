using System.Globalization;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// The tags by which Google Scholar and Zotero read a page: Highwire's, with one of Dublin Core's that makes it a <em>presentation</em>.
/// The name of a conference is not among them, because Zotero would take the seminar for a conference paper.
/// </summary>
public sealed class ScholarTags(Seminar seminar, SiteOptions site, string origin)
{
    /// <summary>Name and content; names repeat where there are several.</summary>
    public IEnumerable<(string Name, string Content)> Tags
    {
        get
        {
            var date = seminar.Date;
            yield return ("citation_title", seminar.Title);
            foreach (var speaker in seminar.Speakers) yield return ("citation_author", PersonName.Parse(speaker.Name).FamilyFirst);
            yield return ("citation_publication_date", string.Join('/', new[] { date.Year.ToString("0000", CultureInfo.InvariantCulture), date.Month?.ToString("00", CultureInfo.InvariantCulture), date.Day?.ToString("00", CultureInfo.InvariantCulture) }.OfType<string>()));
            if (seminar.Posted is { } posted) yield return ("citation_online_date", posted.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
            if (seminar.Doi is { } doi) yield return ("citation_doi", doi);
            yield return ("citation_language", seminar.Language ?? site.Language);
            foreach (var tag in seminar.Tags) yield return ("citation_keywords", tag.Name);
            yield return ("citation_abstract_html_url", origin + Addresses.Seminar(seminar.Slug));
            foreach (var slides in seminar.Resources.Where(r => r.Type == "slides" && r.Url.StartsWith('/') && r.Size is not null && r.Url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)))
            {
                yield return ("citation_pdf_url", new Uri(new Uri(origin), slides.Url).AbsoluteUri);
            }

            yield return ("DC.type", "presentation");
            yield return ("DC.relation.ispartof", site.Title);
        }
    }
}
