using Markdig;
using Markdig.Renderers;

namespace SeminarArchive.Content;

/// <summary>Changes how Markdown is read, and nothing of how it is printed.</summary>
internal abstract class ParsingExtension : IMarkdownExtension
{
    public abstract void Setup(MarkdownPipelineBuilder pipeline);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
