using System.Xml;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>
/// MODS 3.6 of the Library of Congress: says what Dublin Core cannot, that somebody spoke, on behalf of which institution and where, and which
/// of the addresses are slides. What it says is valid by 3.7 and 3.8 too.
/// </summary>
internal static class Mods
{
    private const string Namespace = "http://www.loc.gov/mods/v3";
    private const string Schema = "http://www.loc.gov/standards/mods/v3/mods-3-6.xsd";

    public static readonly MetadataFormat Format = new("mods", Schema, Namespace, Write);

    private static void Write(XmlWriter xml, Description description)
    {
        var seminar = description.Seminar;
        var language = description.Language;
        xml.WriteStartElement("mods", Namespace);
        // The schema gives many elements an attribute of this namespace, which a validating parser adds.
        xml.WriteAttributeString("xmlns", "xlink", null, "http://www.w3.org/1999/xlink");
        xml.SchemaLocation(Namespace, Schema);
        xml.WriteAttributeString("version", "3.6");
        WriteTitle(xml, null, seminar.Title, language);
        if (seminar.OriginalTitle is { } original) WriteTitle(xml, "alternative", original, language);
        foreach (var speaker in seminar.Speakers) WriteName(xml, speaker);
        xml.Element("genre", "lecture");
        WriteOrigin(xml, description);
        xml.Begin("language");
        xml.Element("languageTerm", language, ("type", "code"), ("authority", "rfc5646"));
        xml.WriteEndElement();
        xml.Element("abstract", seminar.Text?.Abstract, ("lang", language));
        xml.Element("note", Words.WhyOff(seminar), ("type", "event status"));
        foreach (var tag in seminar.Tags)
        {
            xml.Begin("subject");
            xml.Element("topic", tag.Name);
            xml.WriteEndElement();
        }

        xml.Begin("relatedItem", ("type", "series"));
        WriteTitle(xml, null, description.Site.Title, description.Site.Language);
        xml.WriteEndElement();
        foreach (var (type, label, address) in description.Resources)
        {
            xml.Begin("relatedItem", ("otherType", type), ("displayLabel", label));
            WriteLocation(xml, address);
            xml.WriteEndElement();
        }

        xml.Element("identifier", description.Address, ("type", "uri"));
        xml.Element("identifier", seminar.Doi, ("type", "doi"));
        WriteLocation(xml, description.Address, ("usage", "primary"), ("access", "object in context"));
        xml.Begin("recordInfo");
        xml.Element("recordIdentifier", description.Identifier);
        xml.Element("recordChangeDate", Datestamp.Of(seminar.ChangedAt), ("encoding", "w3cdtf"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTitle(XmlWriter xml, string? type, string title, string language)
    {
        xml.Begin("titleInfo", ("type", type), ("lang", language));
        xml.Element("title", title);
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, SeminarSpeaker speaker)
    {
        var name = PersonName.Parse(speaker.Name);
        xml.Begin("name", ("type", name.IsOrganisation ? "corporate" : "personal"));
        if (name.Given.Length == 0)
        {
            xml.Element("namePart", name.Family);
        }
        else
        {
            xml.Element("namePart", name.Family, ("type", "family"));
            xml.Element("namePart", name.Given, ("type", "given"));
            if (name.Generation.Length > 0) xml.Element("namePart", name.Generation, ("type", "termsOfAddress"));
        }

        xml.Element("displayForm", speaker.Name);
        xml.Element("affiliation", speaker.Affiliation);
        xml.Begin("role");
        xml.Element("roleTerm", "spk", ("type", "code"), ("authority", "marcrelator"));
        xml.Element("roleTerm", "speaker", ("type", "text"), ("authority", "marcrelator"));
        xml.WriteEndElement();
        xml.Element("nameIdentifier", speaker.Orcid ?? speaker.Person.Orcid, ("type", "orcid"));
        xml.WriteEndElement();
    }

    private static void WriteOrigin(XmlWriter xml, Description description)
    {
        var (seminar, zone) = (description.Seminar, description.Site.Zone);
        var last = seminar.Last;
        xml.Begin("originInfo", ("eventType", "presentation"));
        if (Venue.Of(seminar.Location)?.Text is { } place)
        {
            xml.Begin("place");
            xml.Element("placeTerm", place, ("type", "text"));
            xml.WriteEndElement();
        }

        xml.Element("dateCreated", Dates.Machine(seminar.Date, seminar.Time, seminar.TimeZone, zone), ("encoding", "w3cdtf"), ("keyDate", "yes"), ("point", last is null ? null : "start"));
        if (last is { } day) xml.Element("dateCreated", Dates.Machine(day, seminar.EndTime, seminar.TimeZone, zone), ("encoding", "w3cdtf"), ("point", "end"));
        xml.WriteEndElement();
        xml.Begin("originInfo", ("eventType", "publication"));
        xml.Element("publisher", description.Site.Title);
        if (seminar.Posted is { } posted) xml.Element("dateIssued", posted.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ("encoding", "w3cdtf"));
        xml.WriteEndElement();
    }

    private static void WriteLocation(XmlWriter xml, string address, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Begin("location");
        xml.Element("url", address, attributes);
        xml.WriteEndElement();
    }
}
