using System.Text;
using Gates.Formats.Dockerfiles.Grammar;
using Gates.Formats.Documents;

namespace Gates.Formats.Dockerfiles;

/// <summary>Reads a Dockerfile the way BuildKit does: what BuildKit would refuse is refused here too, so that nothing hides behind a parse error.</summary>
internal sealed class DockerfileParser
{
    /// <summary>The longest line that BuildKit reads, in bytes.</summary>
    private const int MaxLineLength = 65_535;

    private readonly string path;
    private readonly string[] lines;
    private readonly DirectiveReader directiveReader = new();
    private readonly List<DockerfileDirective> directives = [];
    private readonly List<DockerfileInstruction> instructions = [];
    private readonly int linesBefore;
    private readonly HeredocForm heredocForm;
    private char escape = '\\';
    private int next;

    private DockerfileParser(string text, string path, int linesBefore, HeredocForm heredocForm)
    {
        this.heredocForm = heredocForm;
        this.path = path;
        this.linesBefore = linesBefore;
        lines = (text.StartsWith('\uFEFF') ? text[1..] : text).Split('\n');
    }

    /// <value>The line of the file that was taken last.</value>
    private int Number => next + linesBefore;

    private bool HasOtherFrontend =>
        directives.Exists(directive => directive.Name == "syntax" && !directive.Value.Contains("docker/dockerfile", StringComparison.Ordinal));

    /// <param name="text">The Dockerfile.</param>
    /// <param name="path">The file it stands in.</param>
    /// <param name="linesBefore">How many lines of that file come before it, when it is part of another file.</param>
    /// <param name="heredocForm">What opens a here-document; what opens none is followed by instructions.</param>
    /// <exception cref="DocumentException">The builder would refuse the file; the message says where and why.</exception>
    public static Dockerfile Parse(string text, string path, int linesBefore = 0, HeredocForm heredocForm = HeredocForm.Spaced)
    {
        var parser = new DockerfileParser(text, path, linesBefore, heredocForm);
        while (parser.next < parser.lines.Length)
        {
            parser.ReadInstruction();
        }

        var (globals, stages) = StageReader.Read(parser.instructions, path);
        StageCircles.Check(stages, path);
        return new Dockerfile(path, parser.escape, parser.directives, parser.instructions, globals, stages);
    }

    private void ReadInstruction()
    {
        var line = ReadLogicalLine();
        if (line is null)
        {
            return;
        }

        try
        {
            var instruction = InstructionReader.Read(line, 0, escape);
            InstructionRules.Check(instruction, HasOtherFrontend);
            var target = instruction.Trigger ?? instruction;
            var heredocs = target is { Name: "RUN" or "COPY" or "ADD", IsJson: false } ? ReadHeredocs(line) : [];
            instructions.Add(instruction with
            {
                Heredocs = heredocs,
                EndLine = Number,
                Original = string.Join('\n', lines[(line.Line - linesBefore - 1)..next]).ReplaceLineEndings("\n"),
                Trigger = instruction.Trigger is { } trigger ? trigger with { Heredocs = heredocs, EndLine = Number } : null,
            });
        }
        catch (FormatException e)
        {
            throw new DocumentException(path, line.Line, line.Column, e.Message);
        }
    }

    /// <summary>Joins an instruction's lines; <see langword="null"/> for blank lines and comments between instructions.</summary>
    private DockerfileLine? ReadLogicalLine()
    {
        var raw = TakeLine();
        var line = raw.TrimStart();
        ReadDirective(line);
        var continues = !IsComment(line) && TrimContinuation(ref line, escape);
        if (IsComment(line) || (!continues && line.Length == 0))
        {
            return null;
        }

        var column = 1 + raw.Length - raw.TrimStart().Length;
        var text = new StringBuilder(line);
        var parts = new List<(int, int)> { (0, Number) };
        while (continues && next < lines.Length)
        {
            var more = TakeLine();
            ReadDirective(more);
            if (IsComment(more) || string.IsNullOrWhiteSpace(more))
            {
                continue;
            }

            continues = TrimContinuation(ref more, escape);
            parts.Add((text.Length, Number));
            text.Append(more);
        }

        var joined = text.ToString();
        return string.IsNullOrWhiteSpace(joined) ? null : new DockerfileLine(joined, parts, column);
    }

    private string TakeLine()
    {
        var line = lines[next++];
        return line.Length <= MaxLineLength / 3 || Encoding.UTF8.GetByteCount(line) <= MaxLineLength
            ? line.TrimEnd('\r')
            : throw new DocumentException(
                path,
                Number,
                1,
                FormattableString.Invariant($"the line is longer than {MaxLineLength} bytes; the builder refuses it"));
    }

    private void ReadDirective(string line)
    {
        try
        {
            if (directiveReader.Read(line, Number) is not { } directive)
            {
                return;
            }

            directives.Add(directive);
            if (directive.Name == "escape")
            {
                escape = directive.Value is "\\" or "`"
                    ? directive.Value[0]
                    : throw new FormatException($"the escape character \"{directive.Value}\" is not allowed; valid are \\ and `");
            }
        }
        catch (FormatException e)
        {
            throw new DocumentException(path, Number, 1, e.Message);
        }
    }

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith("#");

    /// <summary>Cuts a trailing continuation character; a doubled one is an escaped character and continues nothing.</summary>
    private static bool TrimContinuation(ref string line, char escape)
    {
        var trimmed = line.AsSpan().TrimEnd(" \t");
        if (trimmed.IsEmpty || trimmed[^1] != escape || (trimmed.Length > 1 && trimmed[^2] == escape))
        {
            return false;
        }

        line = trimmed[..^1].ToString();
        return true;
    }

    private List<DockerfileHeredoc> ReadHeredocs(DockerfileLine line)
    {
        var heredocs = new List<DockerfileHeredoc>();
        foreach (var heredoc in HeredocReader.FindIn(line.Text, heredocForm))
        {
            var content = new StringBuilder();
            var first = Number + 1;
            while (true)
            {
                if (next >= lines.Length)
                {
                    throw new FormatException($"the here-document <<{heredoc.Name} has no line \"{heredoc.Name}\" that ends it");
                }

                var text = TakeLine();
                if ((heredoc.StripTabs ? text.TrimStart('\t') : text) == heredoc.Name)
                {
                    break;
                }

                content.Append(text).Append('\n');
            }

            heredocs.Add(heredoc with { Content = content.ToString(), Line = first });
        }

        return heredocs;
    }
}
