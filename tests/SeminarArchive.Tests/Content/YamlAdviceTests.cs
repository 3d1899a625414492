using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>What is advised for front matter that is no YAML, or other YAML than was meant, is read without a word when it is followed.</summary>
public sealed class YamlAdviceTests
{
    [Theory]
    [InlineData("speakers:\n  - {name: Gil Evans, affiliation: University of X, Oxford}", "affiliation: \"University of X, Oxford\"", "speakers:\n  - {name: Gil Evans, affiliation: \"University of X, Oxford\"}")]
    [InlineData("speakers: [{name: Doe, Jane, affiliation: Uni X}]", "name: \"Doe, Jane\"", "speakers: [{name: \"Doe, Jane\", affiliation: Uni X}]")]
    [InlineData("speakers: [{name: \"Doe\", \"Jane\"}]", "name: \"Doe, Jane\"", "speakers: [{name: \"Doe, Jane\"}]")]
    [InlineData("title: Why #metoo matters", "title: \"Why #metoo matters\"", "title: \"Why #metoo matters\"")]
    [InlineData("title: Why\n  we #metoo", "title: \"Why we #metoo\"", "title: \"Why we #metoo\"")]
    [InlineData("speaker: C# and #metoo", "speaker: \"C# and #metoo\"", "speaker: \"C# and #metoo\"")]
    [InlineData("title: Knots: a\n  short history", "title: \"Knots: a short history\"", "title: \"Knots: a short history\"")]
    [InlineData("title: \"Knots: a\"\n  short history", "title: \"Knots: a short history\"", "title: \"Knots: a short history\"")]
    [InlineData("title: \"Knots: a\n  short history", "title: \"Knots: a short history\"", "title: \"Knots: a short history\"")]
    [InlineData("title: *Knots*\n  and more", "title: \"*Knots* and more\"", "title: Knots and more")]
    [InlineData("speakers:\n• Jane Doe\n- John Roe", "- Jane Doe", "speakers:\n- Jane Doe\n- John Roe")]
    [InlineData("speakers:\n– Jane Doe", "- Jane Doe", "speakers:\n- Jane Doe")]
    [InlineData("speakers:\n  • Jane Doe\n  • John Roe", "speakers: [Jane Doe, John Roe]", "speakers: [Jane Doe, John Roe]")]
    [InlineData("speakers:\n  * Jane Doe\n  * John Roe", "- Jane Doe", "speakers:\n  - Jane Doe\n  - John Roe")]
    [InlineData("speakers:\n* Jane Doe", "- Jane Doe", "speakers:\n- Jane Doe")]
    [InlineData("speakers:\n  - Jane Doe\n  – John Roe", "- John Roe", "speakers:\n  - Jane Doe\n  - John Roe")]
    [InlineData("tags:\n  – topology\n  – history", "tags: [topology, history]", "tags: [topology, history]")]
    [InlineData("speakers:\n  - name: Jane Doe\n  affiliation: X", "    affiliation: X", "speakers:\n  - name: Jane Doe\n    affiliation: X")]
    [InlineData("speakers:\n  - name: Jane Doe\n   affiliation: X", "    affiliation: X", "speakers:\n  - name: Jane Doe\n    affiliation: X")]
    [InlineData("speakers:\n  - name: Jane Doe\n    affiliation: X\n  url: https://example.org/", "    url: https://example.org/", "speakers:\n  - name: Jane Doe\n    affiliation: X\n    url: https://example.org/")]
    [InlineData("speakers: [Jane Doe, 'John Roe]", "speakers: [Jane Doe, \"John Roe\"]", "speakers: [Jane Doe, \"John Roe\"]")]
    [InlineData("speakers: ['John Roe, 'Jane Doe']", "speakers: [\"John Roe\", 'Jane Doe']", "speakers: [\"John Roe\", 'Jane Doe']")]
    [InlineData("tags: [#health, #care]", "tags: [\"#health\", \"#care\"]", "tags: [\"#health\", \"#care\"]")]
    [InlineData("speaker: Jane Doe\nspeaker2: John Roe", "speakers: [Jane Doe, John Roe]", "speakers: [Jane Doe, John Roe]")]
    [InlineData("speaker1: Jane Doe\nspeaker2: John Roe", "speakers: [Jane Doe, John Roe]", "speakers: [Jane Doe, John Roe]")]
    [InlineData("speaker: Jane Doe and Ada Byron\nspeaker_2: John Roe", "speakers: [Jane Doe, Ada Byron, John Roe]", "speakers: [Jane Doe, Ada Byron, John Roe]")]
    [InlineData("title: \"Knots\",", "title: \"Knots\"", "title: \"Knots\"")]
    [InlineData("speakers: \"Ada Lovelace\", \"Mary Somerville\"", "speakers: [\"Ada Lovelace\", \"Mary Somerville\"]", "speakers: [\"Ada Lovelace\", \"Mary Somerville\"]")]
    [InlineData("tags: \"topology\", \"knot theory\",", "tags: [\"topology\", \"knot theory\"]", "tags: [\"topology\", \"knot theory\"]")]
    [InlineData("slides: \"slides/a.pdf\",\n  \"slides/b.pdf\"", "slides: [\"slides/a.pdf\", \"slides/b.pdf\"]", "slides: [\"slides/a.pdf\", \"slides/b.pdf\"]")]
    [InlineData("title: \"Knots\", \"Ropes\"", "title: '\"Knots\", \"Ropes\"'", "title: '\"Knots\", \"Ropes\"'")]
    [InlineData("title: “Knots”: a history", "title: '“Knots”: a history'", "title: '“Knots”: a history'")]
    [InlineData("title: ‘Knots’: a history", "title: \"‘Knots’: a history\"", "title: \"‘Knots’: a history\"")]
    [InlineData("title: “Knots”: from “Ropes”", "title: '“Knots”: from “Ropes”'", "title: '“Knots”: from “Ropes”'")]
    [InlineData("title: “Knots: a history”", "title: \"Knots: a history\"", "title: \"Knots: a history\"")]
    [InlineData("tags: [topology history", "tags: [topology history]", "tags: [topology history]")]
    [InlineData("speakers:\n  Ada Lovelace\n  Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers: Ada Lovelace\n  Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers: Ada Lovelace\n  - Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers:\n  + Ada Lovelace\n  + Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("categories:\n  1. History\n  2. Medicine", "categories: [History, Medicine]", "categories: [History, Medicine]")]
    [InlineData("aliases:\n  /a/\n  /b/", "aliases: [\"/a/\", \"/b/\"]", "aliases: [\"/a/\", \"/b/\"]")]
    [InlineData("speakers:\n  -\u00A0Ada Lovelace\n  -\u00A0Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers:\n  - Ada Lovelace\n  -\u00A0Mary Somerville", "- Mary Somerville", "speakers:\n  - Ada Lovelace\n  - Mary Somerville")]
    [InlineData("speakers:\n  - Ada Lovelace\n    - Mary Somerville", "- Mary Somerville", "speakers:\n  - Ada Lovelace\n  - Mary Somerville")]
    [InlineData("speakers: - Ada Lovelace\n          - Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers: - Ada Lovelace - Mary Somerville", "speakers: [Ada Lovelace, Mary Somerville]", "speakers: [Ada Lovelace, Mary Somerville]")]
    [InlineData("speakers:\n  - Ada Lovelace\n    affiliation: UCL\n  - Mary Somerville", "affiliation: UCL", "speakers:\n  - name: Ada Lovelace\n    affiliation: UCL\n  - Mary Somerville")]
    [InlineData("resources:\n  - https://example.org/\n    label: Preprint", "label: Preprint", "resources:\n  - url: https://example.org/\n    label: Preprint")]
    [InlineData("\tlocation: Room 1", "location: Room 1", "location: Room 1")]
    [InlineData("title: Knots in practice and\n  theory: a history\n  of both", "title: \"Knots in practice and theory: a history of both\"", "title: \"Knots in practice and theory: a history of both\"")]
    [InlineData("speakers:\n  - name:Ada Lovelace\n    affiliation: UCL", "- name: Ada Lovelace", "speakers:\n  - name: Ada Lovelace\n    affiliation: UCL")]
    public void Works_when_it_is_followed(string written, string advised, string mended)
    {
        Assert.EndsWith($" {advised}", Read(written)[0].Fix, StringComparison.Ordinal);
        Assert.True(Read(written)[0].Severity > Severity.Notice);
        Assert.Empty(Read(mended));
    }

    [Theory]
    [InlineData("abstract: |\n  • one\n  • two\ntitle: Knots: a history", "yaml-colon")]
    [InlineData("abstract: |\n  \u3000本\ntitle: Knots: a history", "yaml-colon")]
    [InlineData("speakers:\n\u00A0\u00A0- Jane Doe", "yaml-tab")]
    [InlineData("speakers:\n \u00A0- Jane Doe\n \u00A0- John Roe", "yaml-tab")]
    public void The_cause_is_named(string written, string rule) => Assert.Equal([rule], Read(written).Select(problem => problem.Rule));

    [Theory]
    [InlineData("date: 2019-03-14 # a Thursday")]
    [InlineData("location: TBA # Mary knows")]
    [InlineData("resources: [{label: , url: https://example.org/}]")]
    [InlineData("abstract: |\n  What #sailors knew.")]
    [InlineData("affiliation: University of X\n  – Department Y\nspeaker: Jane Doe")]
    [InlineData("speakers: # the two\n  - Jane Doe")]
    [InlineData("website: https://example.org/#knots")]
    [InlineData("title: A long title that\n  goes on")]
    [InlineData("speaker: Ada Lovelace and\n  Mary Somerville")]
    [InlineData("speaker: Professor Ada\n  Lovelace")]
    [InlineData("tags:\n  topology,\n  history")]
    [InlineData("category:\n  1. Mathematics")]
    [InlineData("category:\n  Philosophy of\n  Medicine")]
    [InlineData("affiliations:\n  - University of X\n    – Department Y\nspeaker: Jane Doe")]
    [InlineData("tags: topology \"knot theory\"")]
    [InlineData("abstract: |\n  -----\n  1. one\n  + two")]
    public void What_is_right_is_not_blamed(string written) => Assert.Empty(Read(written));

    private static IReadOnlyList<Problem> Read(string lines)
    {
        var title = lines.Contains("title:", StringComparison.Ordinal) ? "" : "title: Knots\n";
        var date = lines.Contains("date:", StringComparison.Ordinal) ? "" : "\ndate: 2019-03-14";
        return SeminarReader.Read("seminars/x.md", Encoding.UTF8.GetBytes($"---\n{title}{lines}{date}\n---\n")).Problems;
    }
}
