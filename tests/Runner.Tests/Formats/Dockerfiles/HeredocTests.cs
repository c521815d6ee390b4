using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

/// <summary>Here-documents as BuildKit reads them since dockerfile 1.16: <c>^(\d*)&lt;&lt;(-?)\s*([^&lt;]*)$</c> over the words of the line.</summary>
public sealed class HeredocTests
{
    [Theory]
    [InlineData("RUN <<EOF", "EOF")]
    [InlineData("RUN << EOF", "EOF")]
    [InlineData("RUN <<\tEOF  > foo", "EOF")]
    [InlineData("RUN <<-EOF", "-EOF")]
    [InlineData("RUN << -EOF", "-EOF, word")]
    [InlineData("RUN <<- EOF", "")]
    [InlineData("RUN 3<< EOF", "EOF")]
    [InlineData("RUN <<'EOF'", "EOF quoted")]
    [InlineData("RUN << \"EOF\"", "EOF quoted")]
    [InlineData("RUN <<EO\"F\"", "EOF quoted")]
    [InlineData("RUN <<eo\\'f", "eo'f")]
    [InlineData("RUN <<'e'o\\'f", "eo'f quoted")]
    [InlineData("RUN << 'one two'", "one two quoted")]
    [InlineData("RUN << $EOF", "$EOF")]
    [InlineData("COPY << X <<-Y /dest", "X,-Y")]
    [InlineData("COPY <<file.txt /dest", "file.txt")]
    [InlineData("RUN echo $((1 << 2))", "2))")]
    [InlineData("RUN cat <<<EOF", "")]
    [InlineData("RUN cat <<< EOF", "")]
    [InlineData("RUN cat << < EOF", "")]
    [InlineData("RUN cat<< EOF", "")]
    [InlineData("RUN echo $((1<<2))", "")]
    [InlineData("RUN '<< EOF'", "")]
    [InlineData("RUN \"<< EOF\"", "")]
    [InlineData("RUN \\<< EOF", "")]
    [InlineData("RUN cat <<", "")]
    [InlineData("RUN cat <<-  ", "")]
    [InlineData("RUN cat << EOF 'open", "")]
    public void Line_OpensTheHeredocsThatTheBuilderSees(string line, string expected) =>
        string.Join(',', HeredocReader.FindIn(line).Select(Describe)).ShouldBe(expected);

    [Theory]
    [InlineData("RUN << EOF", "", "EOF")]
    [InlineData("RUN <<EOF", "EOF", "EOF")]
    [InlineData("RUN <<- EOF", "", "-EOF")]
    [InlineData("COPY << X <<Y /dest", "Y", "X,Y")]
    public void OtherBuilders_TakeNoBlanksBeforeTheWordOrMore(string line, string adjoining, string shell)
    {
        string.Join(',', HeredocReader.FindIn(line, HeredocForm.Adjoining).Select(Describe)).ShouldBe(adjoining);
        string.Join(',', HeredocReader.FindIn(line, HeredocForm.Shell).Select(Describe)).ShouldBe(shell);
    }

    [Theory]
    [InlineData("RUN <<'EOF")]
    [InlineData("RUN << EOF\"")]
    public void WordWhoseQuotesDoNotClose_OpensNothing(string line) => HeredocReader.FindIn(line).ShouldBeEmpty();

    [Theory]
    [InlineData("USER << EOF")]
    [InlineData("ENV X << EOF")]
    [InlineData("LABEL a << EOF")]
    [InlineData("ENTRYPOINT << EOF")]
    [InlineData("RUN [\"<< EOF\"]")]
    public void OtherInstructions_AndArguments_OpenNone(string line) =>
        Parse($"FROM a\n{line}\nFROM b").ShouldBe(["a", "b"]);

    /// <summary>
    /// Files are made from parts whose reading is known: lines of a here-document name images that nobody pulls; a line that only looks as if it
    /// opened one is followed by a stage that is built.
    /// </summary>
    [Fact]
    public void FileOfAnyHeredocs_NamesTheStagesOutsideThem()
    {
        var name = Gen.Elements("EOF", "RUN", "FROM", "a.b", "COPY", "_", "E-F");
        var opening =
            from word in name
            from instruction in Gen.Elements("RUN cat ", "RUN 3", "COPY ", "ADD ", "ONBUILD RUN ", "run \\\n ", "RUN --network=none ")
            from dash in Gen.Elements("", "-")
            from blank in dash.Length > 0 ? Gen.Constant("") : Gen.Elements("", " ", "\t", "  \t ")
            from quoted in Gen.Elements("{0}", "'{0}'", "\"{0}\"", "'{0}'\"\"")
            from after in instruction is "COPY " or "ADD " ? Gen.Constant(" /x") : Gen.Elements("", " /x", " > /x", " | sh", " && true")
            from body in Gen.Elements("FROM hidden", "\tFROM hidden", "# comment", "COPY --from=hidden a b", "text", "RUN << X", "\\", "").ListOf()
            select instruction + "<<" + dash + blank + quoted.Replace("{0}", word, StringComparison.Ordinal) + after + "\n"
                + string.Concat(body.Select(line => line + "\n")) + (dash.Length > 0 ? "\t" : "") + word + "\n";
        var other = Gen.Elements(
            "RUN cat <<< EOF\n",
            "RUN echo '<< EOF'\n",
            "ENV X=<<EOF\n",
            "RUN cat<< EOF\n",
            "RUN [\"sh\", \"<< EOF\"]\n",
            "# RUN << EOF\n",
            "\n",
            "LABEL x << EOF\n");
        var files = Gen.OneOf(opening, other).ListOf();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(12), Prop.ForAll(files.ToArbitrary(), parts =>
        {
            var text = string.Concat(parts.Select((part, i) => FormattableString.Invariant($"FROM stage{i}\n") + part)) + "FROM last";

            return Parse(text).SequenceEqual([.. parts.Select((_, i) => FormattableString.Invariant($"stage{i}")), "last"]);
        }));
    }

    private static string[] Parse(string text)
    {
        try
        {
            return [.. DockerfileParser.Parse(text, "Dockerfile").Stages.Select(stage => stage.Base)];
        }
        catch (DocumentException e)
        {
            throw new InvalidOperationException(e.Message + "\n" + text, e);
        }
    }

    private static string Describe(DockerfileHeredoc heredoc) =>
        (heredoc.StripTabs ? "-" : "") + heredoc.Name + (heredoc.Expand ? "" : " quoted") + (heredoc.Name.StartsWith('-') ? ", word" : "");
}
