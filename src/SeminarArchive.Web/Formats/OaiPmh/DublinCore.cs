using System.Xml;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>Unqualified Dublin Core, which every repository speaks. A seminar is an event; its slides and recordings are related to it.</summary>
internal static class DublinCore
{
    private const string Namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private const string Schema = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";

    public static readonly MetadataFormat Format = new("oai_dc", Schema, Namespace, Write);

    private static void Write(XmlWriter xml, Description description)
    {
        var seminar = description.Seminar;
        xml.WriteStartElement("oai_dc", "dc", Namespace);
        xml.WriteAttributeString("xmlns", "dc", null, "http://purl.org/dc/elements/1.1/");
        xml.SchemaLocation(Namespace, Schema);
        xml.Element("dc:title", seminar.Title, ("lang", description.Language));
        xml.Element("dc:title", seminar.OriginalTitle, ("lang", description.Language));
        foreach (var speaker in seminar.Speakers) xml.Element("dc:creator", PersonName.Parse(speaker.Name).FamilyFirst);
        foreach (var tag in seminar.Tags) xml.Element("dc:subject", tag.Name);
        xml.Element("dc:description", Words.WhyOff(seminar));
        xml.Element("dc:description", seminar.Text?.Abstract, ("lang", description.Language));
        xml.Element("dc:publisher", description.Site.Title);
        xml.Element("dc:date", Dates.Machine(seminar.Date, seminar.Time, seminar.TimeZone, description.Site.Zone));
        xml.Element("dc:date", seminar.Last is { } last ? Dates.Machine(last, seminar.EndTime, seminar.TimeZone, description.Site.Zone) : null);
        xml.Element("dc:type", "Event");
        xml.Element("dc:type", "info:eu-repo/semantics/lecture");
        xml.Element("dc:identifier", description.Address);
        xml.Element("dc:identifier", seminar.Doi is { } doi ? Addresses.Doi(doi) : null);
        xml.Element("dc:language", description.Language);
        foreach (var (_, _, address) in description.Resources) xml.Element("dc:relation", address);
        xml.WriteEndElement();
    }
}
