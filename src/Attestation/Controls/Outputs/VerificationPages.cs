using Gates.Formats.Fonts;
using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>Who signed the attestation, how it is verified, how the document was made, and where people sign.</summary>
internal sealed class VerificationPages(ControlAttestation attestation, PdfDocument document)
{
    /// <param name="json">SHA-256 of its JSON form.</param>
    /// <param name="oscal">SHA-256 of its OSCAL form.</param>
    /// <param name="fonts">What it embeds.</param>
    public void Render(string json, string oscal, DocumentFonts fonts)
    {
        document.Heading("Signature and how to verify it", 1, keep: 160);
        document.Table(NamesAndValues(
        [
            ("Signed by", [attestation.KeyId is { } key ? (key, Digest) : ("Nobody: this attestation is unsigned and shows only what its maker says.", Fails)]),
            ("JSON", [(attestation.BaseName + ".json", Cell), ("sha256 " + json, Digest)]),
            ("OSCAL", [(attestation.BaseName + ".oscal.json", Cell), ("sha256 " + oscal, Digest)]),
            ("Log", attestation.Checkpoint is { } checkpoint
                ? [("Checkpoint", Cell), .. checkpoint.Split('\n').Select(line => (line, Digest))]
                : [($"{AttestationJson.NotInALog}; there is no checkpoint", Cell)]),
            ("This document", [(Fonts(fonts), Cell), ("Tagged PDF 1.7. Nobody has validated it as PDF/A or PDF/UA, so it claims to be neither.", Cell)]),
        ]));
        document.Space(8);
        RenderCommands();
        RenderSignOff();
    }

    private static string Fonts(DocumentFonts fonts) => fonts.Set is { } set
        ? $"Of its fonts the characters that it uses are embedded: {string.Join(", ", set.Names)}."
        : $"It embeds no fonts ({fonts.Missing}), so each reader shows it in its own, and what WinAnsi lacks is transliterated.";

    private void RenderCommands()
    {
        if (attestation.KeyId is not null)
        {
            document.Paragraph("To verify the bundle, and then that the files are those that it names:", Body, after: 3);
            document.Paragraph($"gates verify {attestation.BaseName}.sigstore.json --trust KEYRING", Command, after: 1, indent: 12);
            document.Paragraph(
                $"sha256sum {attestation.BaseName}.json {attestation.BaseName}.oscal.json {attestation.BaseName}.pdf",
                Command,
                after: 6,
                indent: 12);
        }

        document.Paragraph("To make it again from the same commit and evidence:", Body, after: 3);
        document.Paragraph(attestation.Command, Command, after: 8, indent: 12);
    }

    /// <summary>A machine's signature says where the document is from; people say what they make of it.</summary>
    private void RenderSignOff()
    {
        document.Heading("Read and accepted by", 1, keep: 110);
        var tall = new PdfText(PdfFace.Regular, 20, PdfText.Black);
        document.Table(new PdfTable([0.2, 0.3, 0.3, 0.2], ["Role", "Name", "Signature", "Date"],
        [
            .. new[] { "Prepared by", "Reviewed by" }.Select(role => (IReadOnlyList<PdfCell>)
                [new PdfCell([(role, Label), ("", tall)]), new PdfCell("", Cell), new PdfCell("", Cell), new PdfCell("", Cell)]),
        ]));
    }
}
