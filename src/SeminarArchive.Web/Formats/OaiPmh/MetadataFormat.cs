using System.Xml;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>A form in which records are given out.</summary>
/// <param name="Write">Writes the description of a published seminar.</param>
public sealed record MetadataFormat(string Prefix, string Schema, string Namespace, Action<XmlWriter, Description> Write)
{
    public static readonly IReadOnlyList<MetadataFormat> All = [DublinCore.Format, Mods.Format];

    public static MetadataFormat? Find(string? prefix) => All.FirstOrDefault(f => f.Prefix == prefix);
}

/// <summary>A seminar, and what its description needs to know besides.</summary>
/// <param name="Origin">Scheme and host of the public address.</param>
public sealed record Description(Seminar Seminar, SiteOptions Site, string Origin, string Identifier)
{
    public string Address => Origin + Addresses.Seminar(Seminar.Slug);

    public string Language => Seminar.Language ?? Site.Language;

    /// <summary>Slides and recordings, by absolute addresses.</summary>
    public IEnumerable<(string Type, string? Label, string Address)> Resources => Seminar.Obtainable
        .Select(r => (r.Type, r.Label, Uri.TryCreate(new Uri(Origin), r.Url, out var url) ? Addresses.Ascii(url) : "")).Where(r => r.Item3.Length > 0);
}

internal static class XmlElements
{
    extension(XmlWriter xml)
    {
        /// <summary>An element with a text, cleaned; none where there is no text.</summary>
        public void Element(string name, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
        {
            if (string.IsNullOrWhiteSpace(text)) return;

            xml.Begin(name, attributes);
            xml.WriteString(XmlText.Clean(text));
            xml.WriteEndElement();
        }

        /// <summary>Begins an element; <c>lang</c> among its attributes is <c>xml:lang</c>.</summary>
        public void Begin(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
        {
            if (name.Split(':') is [var prefix, var local]) xml.WriteStartElement(prefix, local, null);
            else xml.WriteStartElement(name);
            foreach (var (attribute, value) in attributes)
            {
                if (value is null) continue;
                if (attribute == "lang") xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(value));
                else xml.WriteAttributeString(attribute, XmlText.Clean(value));
            }
        }

        /// <summary>Says where the schema of a namespace is.</summary>
        public void SchemaLocation(string ns, string schema) => xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{ns} {schema}");
    }
}
