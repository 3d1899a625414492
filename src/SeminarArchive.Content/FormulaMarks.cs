using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SeminarArchive.Content;

/// <summary>Marks a formula between double dollar signs within a line as one that stands on its own, as TeX does; Markdig marks it like one within the text.</summary>
internal sealed class FormulaMarks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new Renderer());

    private sealed class Renderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            var (open, close) = obj.DelimiterCount == 2 ? ("\\[", "\\]") : ("\\(", "\\)");
            renderer.Write("<span class=\"math\">").Write(open).WriteEscape(Formulas.TexOf(obj)).Write(close).Write("</span>");
        }
    }
}
