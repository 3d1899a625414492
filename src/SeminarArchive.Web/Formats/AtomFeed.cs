using System.Globalization;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>Atom 1.0 (RFC 4287): authors are those who posted, contributors those who spoke.</summary>
public static class AtomFeed
{
    public static byte[] Write(FeedPage page) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "fh", null, FeedXml.History);
        xml.WriteAttributeString("xmlns", "ev", null, FeedXml.Event);
        xml.WriteLanguage(page.Site.Language);
        Text(xml, "id", page.Id);
        Text(xml, "title", page.Title);
        Text(xml, "subtitle", page.Description);
        Text(xml, "updated", FeedXml.Moment(page.Updated));
        Person(xml, "author", new FeedName(XmlText.Clean(page.Site.Title), page.Origin + "/"));
        xml.WriteLink("alternate", page.Address, "text/html");
        xml.WriteLinks(page);
        xml.WriteExplanation(page);
        foreach (var entry in page.Entries) WriteEntry(xml, entry);
        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        Text(xml, "id", entry.Id);
        xml.WriteStartElement("title", FeedXml.Atom);
        xml.WriteLanguage(entry.Language);
        xml.WriteString(entry.Title);
        xml.WriteEndElement();
        xml.WriteLink("alternate", entry.Address, "text/html");
        if (entry.Published is { } published) Text(xml, "published", FeedXml.Moment(published));
        Text(xml, "updated", FeedXml.Moment(entry.Updated));
        foreach (var author in entry.Authors) Person(xml, "author", author);
        foreach (var speaker in entry.Speakers) Person(xml, "contributor", speaker);
        foreach (var subject in entry.Subjects)
        {
            xml.WriteStartElement("category", FeedXml.Atom);
            xml.WriteAttributeString("term", subject.Name);
            xml.WriteAttributeString("scheme", subject.Address);
            xml.WriteEndElement();
        }

        foreach (var file in entry.Files)
        {
            xml.WriteStartElement("link", FeedXml.Atom);
            xml.WriteAttributeString("rel", "enclosure");
            xml.WriteAttributeString("type", file.Type);
            xml.WriteAttributeString("length", file.Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", file.Title);
            xml.WriteAttributeString("href", file.Address);
            xml.WriteEndElement();
        }

        xml.WriteEvent(entry);
        Text(xml, "summary", entry.Summary);
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string element, FeedName person)
    {
        xml.WriteStartElement(element, FeedXml.Atom);
        Text(xml, "name", person.Name);
        Text(xml, "uri", person.Address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string text) => xml.WriteElementString(element, FeedXml.Atom, text);
}
