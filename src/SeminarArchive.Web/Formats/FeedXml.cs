using System.Globalization;
using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats;

/// <summary>What the two feeds in XML have in common.</summary>
internal static class FeedXml
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string History = "http://purl.org/syndication/history/1.0";
    public const string Event = "http://purl.org/rss/1.0/modules/event/";

    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    public static byte[] Write(Action<XmlWriter> write)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            xml.WriteProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"/feed.css\"");
            write(xml);
        }

        return bytes.ToArray();
    }

    public static void WriteLinks(this XmlWriter xml, FeedPage page)
    {
        xml.WriteLink("self", page.Self, page.Kind.MediaType);
        if (page.Number is not null) xml.WriteLink("current", page.Current, page.Kind.MediaType);
        if (page.Earlier is { } earlier) xml.WriteLink("prev-archive", earlier, page.Kind.MediaType);
        if (page.Later is { } later) xml.WriteLink("next-archive", later, page.Kind.MediaType);
        if (page.Number is not null) xml.WriteElementString("fh", "archive", History, "");
    }

    public static void WriteLink(this XmlWriter xml, string rel, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>For those who meet the feed in a browser, which shows these elements as it shows a page's.</summary>
    public static void WriteExplanation(this XmlWriter xml, FeedPage page)
    {
        xml.WriteStartElement("xhtml", "p", Xhtml);
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteString("This is a feed: put its address into a feed reader to hear of new seminars. To read them here, go to ");
        xml.WriteStartElement("xhtml", "a", Xhtml);
        xml.WriteAttributeString("href", page.Address);
        xml.WriteString(XmlText.Clean(page.List.Name));
        xml.WriteEndElement();
        xml.WriteString(".");
        xml.WriteEndElement();
    }

    /// <summary>When and where the seminar was held, in the terms of RSS 1.0's module for events.</summary>
    public static void WriteEvent(this XmlWriter xml, FeedEntry entry)
    {
        xml.WriteElementString("ev", "startdate", Event, entry.Date.ToString());
        if (entry.EndDate is { } end) xml.WriteElementString("ev", "enddate", Event, end.ToString());
        if (entry.Location is { } location) xml.WriteElementString("ev", "location", Event, location);
    }

    public static void WriteLanguage(this XmlWriter xml, string? language)
    {
        if (language is not null) xml.WriteAttributeString("xml", "lang", null, language);
    }

    /// <summary>RFC 3339.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
