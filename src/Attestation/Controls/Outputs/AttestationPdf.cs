using Gates.Formats.Fonts;
using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>
/// The attestation for people who file it: what there is to know on the first page; then controls, requirements and evidence; at last the scope, what is left open,
/// and how to verify it.
/// </summary>
internal static class AttestationPdf
{
    /// <param name="attestation">What is rendered.</param>
    /// <param name="json">SHA-256 of its JSON form.</param>
    /// <param name="oscal">SHA-256 of its OSCAL form.</param>
    /// <param name="fonts">What it embeds.</param>
    public static byte[] Of(ControlAttestation attestation, string json, string oscal, DocumentFonts fonts)
    {
        var scope = attestation.Scope;
        var document = new PdfDocument(
            new PdfInfo(
                $"Control attestation: {scope.Repository} {scope.Tag}{Conclusion.InBrackets(attestation.Evaluation)}",
                ControlAttestation.Meaning,
                "gates " + attestation.ToolVersion,
                attestation.Created),
            $"rendered from {attestation.BaseName}.json, sha256 {json[..16]}…",
            fonts.Set);
        new FirstPage(attestation, document).Render();
        new ControlPages(attestation, document).Render();
        new ScopePages(attestation, document).Render();
        new VerificationPages(attestation, document).Render(json, oscal, fonts);
        if (document.HasMarks)
        {
            document.Space(8);
            document.Paragraph(
                $"{PdfFonts.Mark} Some characters of this text are not in the fonts of this document, or would hide or mislead, and were "
                + $"{(fonts.Set is null ? "transliterated or " : "")}given as code points. The JSON form has the original.",
                Quiet);
        }

        return document.ToArray();
    }
}
