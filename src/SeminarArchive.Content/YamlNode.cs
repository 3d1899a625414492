namespace SeminarArchive.Content;

/// <summary>A value of the front matter and where it stands.</summary>
internal abstract record YamlNode(Place Place);

/// <param name="Quoted">Written in quotation marks or as a block of lines.</param>
/// <param name="Block">Written as a block of lines (<c>|</c> or <c>&gt;</c>), which begins on the next line.</param>
/// <param name="End">Behind its last character; of a block, somewhere below it.</param>
internal sealed record YamlText(Place Place, string Value, bool Quoted, bool Block, Place End) : YamlNode(Place);

internal sealed record YamlList(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

internal sealed record YamlMap(Place Place, IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries) : YamlNode(Place);
