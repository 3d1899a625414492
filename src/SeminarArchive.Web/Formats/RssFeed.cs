using System.Globalization;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>RSS 2.0 with the modules that its readers know: creators are those who posted, contributors those who spoke.</summary>
public static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";

    public static byte[] Write(FeedPage page) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        foreach (var (prefix, name) in (ReadOnlySpan<(string, string)>)[("atom", FeedXml.Atom), ("content", Content), ("dc", Dc), ("dcterms", Terms), ("ev", FeedXml.Event), ("fh", FeedXml.History)])
        {
            xml.WriteAttributeString("xmlns", prefix, null, name);
        }

        xml.WriteLanguage(page.Site.Language);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", page.Title);
        xml.WriteElementString("link", page.Address);
        xml.WriteElementString("description", Html(page.Description));
        xml.WriteElementString("language", page.Site.Language);
        xml.WriteElementString("lastBuildDate", Moment(page.Updated));
        xml.WriteLinks(page);
        xml.WriteExplanation(page);
        foreach (var entry in page.Entries) WriteItem(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteStartElement("title");
        xml.WriteLanguage(entry.Language);
        xml.WriteString(entry.Title);
        xml.WriteEndElement();
        xml.WriteElementString("link", entry.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        if (entry.Published is { } published) xml.WriteElementString("pubDate", Moment(published));
        xml.WriteElementString("dcterms", "modified", Terms, FeedXml.Moment(entry.Updated));
        foreach (var author in entry.Authors) xml.WriteElementString("dc", "creator", Dc, author.Name);
        foreach (var speaker in entry.Speakers) xml.WriteElementString("dc", "contributor", Dc, speaker.Name);
        foreach (var subject in entry.Subjects)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", subject.Address);
            xml.WriteString(subject.Name);
            xml.WriteEndElement();
        }

        // RSS has room for one.
        if (entry.Files is [var file, ..])
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", file.Address);
            xml.WriteAttributeString("length", file.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", file.Type);
            xml.WriteEndElement();
        }

        xml.WriteEvent(entry);
        xml.WriteElementString("description", Html(entry.Summary));
        xml.WriteElementString("content", "encoded", Content, entry.Html);
        xml.WriteEndElement();
    }

    // A description is HTML, to be escaped once more as XML. Quotation marks need it in neither.
    private static string Html(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // RFC 822 with the year in full.
    private static string Moment(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
