using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class PipelineTests
{
    [Theory]
    [InlineData(".gitlab-ci.yml", "build:\n  image: x\n  before_script:\n    - apt-get update\n  script:\n    - pip install black\n", 6)]
    [InlineData("ci/build.gitlab-ci.yml", "build:\n  script: pip install black\n", 2)]
    [InlineData(".gitlab/ci/build.yml", ".a: &a\n  script:\n    - |\n      true\n      pip install black\n", 5)]
    [InlineData(".circleci/config.yml", "jobs:\n  a:\n    steps:\n      - checkout\n      - run: pip install black\n", 5)]
    [InlineData(
        ".circleci/config.yml",
        "jobs:\n  a:\n    steps:\n      - run:\n          name: x\n          command: |\n            true\n            pip install black\n", 8)]
    [InlineData("azure-pipelines.yml", "steps:\n  - script: pip install black\n", 2)]
    [InlineData("azure-pipelines.yml", "steps:\n  - bash: |\n      pip install black\n", 3)]
    [InlineData("azure-pipelines.yml", "steps:\n  - pwsh: |\n      pip install black\n", 3)]
    [InlineData("bitbucket-pipelines.yml", "pipelines:\n  default:\n    - step:\n        script:\n          - pip install black\n", 5)]
    [InlineData(".drone.yml", "steps:\n  - commands:\n      - pip install black\n", 3)]
    [InlineData(".travis.yml", "install:\n  - pip install black\n", 2)]
    [InlineData("Taskfile.yml", "tasks:\n  a:\n    cmds:\n      - pip install black\n", 4)]
    [InlineData("Taskfile.yml", "tasks:\n  a:\n    cmds:\n      - cmd: pip install black\n", 4)]
    [InlineData("Taskfile.yml", "tasks:\n  a: pip install black\n  b:\n    cmd: pip install black\n", 4)]
    [InlineData("justfile", "x := \"1\"\n\na name:\n    @pip install black\n", 4)]
    [InlineData("Makefile", "a:\n\tpip install black\n", 2)]
    [InlineData("build.sh", "#!/bin/sh\npip install black\n", 2)]
    [InlineData("bin/setup", "#!/usr/bin/env bash\npip install black\n", 2)]
    [InlineData("build.ps1", "Set-Location x\npip install black\n", 2)]
    [InlineData("Jenkinsfile", "node {\n  sh 'pip install black'\n}\n", 2)]
    [InlineData("ci/Jenkinsfile.release", "node {\n  sh \"\"\"\n    true\n    pip install black\n  \"\"\"\n}\n", 4)]
    [InlineData("Jenkinsfile", "pwsh(script: 'pip install black')\n", 1)]
    [InlineData("cloudbuild.yaml", "steps:\n- name: python:3.12\n  entrypoint: pip\n  args: [install, black]\n", 4)]
    [InlineData("cloudbuild.yaml", "steps:\n- name: python:3.12\n  entrypoint: bash\n  args:\n  - -c\n  - |\n    true\n    pip install black\n", 8)]
    [InlineData("ci/cloudbuild-test.yml", "steps:\n- name: x/pip\n  args: [install, black]\n- name: y\n  script: make\n", 3)]
    [InlineData("cloudbuild.yaml", "steps:\n- name: python:3.12\n  script: |\n    pip install black\n", 4)]
    [InlineData("x.csproj", "<Project>\n  <Target Name=\"a\">\n    <Exec Command=\"pip install black\" />\n  </Target>\n</Project>\n", 3)]
    [InlineData(
        "build/x.targets",
        "<Project>\n  <Target Name=\"a\">\n    <Exec Command=\"cd $(Root) &amp;&amp; pip install black\" />\n  </Target>\n</Project>\n", 3)]
    [InlineData("package.json", "{\n  \"scripts\": {\n    \"a\": \"pip install black\"\n  }\n}\n", 3)]
    public void Scripts_are_read_wherever_they_stand(string path, string text, int line)
    {
        var finding = Inspection.Of((path, text)).ShouldHaveSingleItem();

        (finding.Rule, finding.Location!.Path, finding.Location.Line).ShouldBe(("unpinned-install", path, line));
    }

    [Theory]
    [InlineData(".npmrc", "registry=https://npm.acme.example\npackage-lock=false\n", "ignored-lock", 2, "package-lock=true")]
    [InlineData(".npmrc", "lockfile = false\n", "ignored-lock", 1, "pnpm-lock.yaml")]
    [InlineData(".config/dotnet-tools.json", "{\n \"tools\": {\n  \"x\": { \"version\": \"1.*\" } } }", "floating-version", 3, "1.*")]
    [InlineData(
        "x.targets", "<Project>\n<Target Name=\"a\">\n<DownloadFile SourceUrl=\"https://x.example/a\" />\n</Target></Project>", "unchecked-download", 3,
        "VerifyFileHash")]
    public void Settings_that_let_versions_move_are_found(string path, string text, string rule, int line, string says)
    {
        var finding = Inspection.Of((path, text)).ShouldHaveSingleItem();

        (finding.Rule, finding.Location!.Line).ShouldBe((rule, line));
        finding.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData(".gitlab-ci.yml", "a:\n  script: [\"docker build .\"]\n", "docker-build-network", "Warning")]
    [InlineData("justfile", "a:\n    docker build .\n", "docker-build-network", "Note")]
    [InlineData("Taskfile.yml", "tasks:\n  a:\n    cmds:\n      - curl https://x.example/i | sh\n", "download-and-execute", "Warning")]
    [InlineData(".circleci/config.yml", "jobs:\n  a:\n    steps:\n      - run: curl https://x.example/i | sh\n", "download-and-execute", "Error")]
    [InlineData("build.sh", "curl -O https://x.example/a.tgz\ntar xf a.tgz\n", "unchecked-download", "Note")]
    public void What_may_be_no_part_of_the_build_is_one_step_milder(string path, string text, string rule, string severity)
    {
        var finding = Inspection.Of((path, text)).ShouldHaveSingleItem();

        (finding.Rule, finding.Severity.ToString()).ShouldBe((rule, severity));
    }

    [Theory]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - curl -o a.tgz https://x.example/a.tgz\n    - echo 'abc  a.tgz' | sha256sum -c -\n    - tar xf a.tgz\n")]
    [InlineData(
        ".gitlab-ci.yml",
        "a:\n  variables: { script: x }\n  before_script:\n    - curl -o a.tgz https://x.example/a.tgz\n  script:\n" +
        "    - echo 'abc  a.tgz' | sha256sum -c -\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - !reference [.b, script]\n    - make\n")]
    [InlineData("Makefile", "a:\n\tcurl -o a.tgz https://x.example/a.tgz\n\techo 'abc  a.tgz' | sha256sum -c -\n\ttar xf a.tgz\n")]
    [InlineData("Makefile", "V := $(shell git describe)\na: $(OBJECTS)\n\t$(CC) -o $@ $^\n")]
    [InlineData("justfile", "a:\n    #!/usr/bin/env bash\n    make\n")]
    [InlineData("compose.yaml", "services:\n  a:\n    command: pip install black\n")]
    [InlineData("bin/setup", "pip install black\n")]
    [InlineData("bin/setup", "#!/usr/bin/env python3\nprint('pip install black')\n")]
    [InlineData("Jenkinsfile", "node {\n  // sh 'pip install black'\n  echo 'pip install black'\n}\n")]
    [InlineData(".npmrc", "save-exact=true\npackage-lock=true\n")]
    [InlineData(".config/dotnet-tools.json", "{ \"version\": 1, \"tools\": { \"x\": { \"version\": \"1.2.3\", \"commands\": [\"x\"] } } }")]
    [InlineData(
        "x.targets",
        "<Project><Target Name=\"a\"><DownloadFile SourceUrl=\"https://x.example/a\" DestinationFolder=\"b\" />"
            + "<VerifyFileHash File=\"b/a\" Hash=\"00\" /></Target></Project>")]
    public void What_is_in_order_is_left_alone(string path, string text) => Inspection.Of((path, text)).ShouldBeEmpty();

    [Theory]
    [InlineData(".circleci/config.yml", "orbs:\n  node: circleci/node@5\n", "circleci/node@5")]
    [InlineData(".circleci/config.yml", "orbs:\n  node: circleci/node@volatile\n", "circleci/node@volatile")]
    [InlineData(".circleci/config.yml", "orbs:\n  node: circleci/node@5.2.0\n", null)]
    [InlineData(".gitlab-ci.yml", "include:\n  - project: a/b\n    file: x.yml\n    ref: main\n", "a/b")]
    [InlineData(".gitlab-ci.yml", "include:\n  - project: a/b\n    file: x.yml\n    ref: b4ffde65f46336ab88eb53be808477a3936bae11\n", null)]
    [InlineData(".gitlab-ci.yml", "include:\n  - remote: https://x.example/a.yml\n", "https://x.example/a.yml")]
    [InlineData(".gitlab-ci.yml", "include: https://x.example/a.yml\n", "https://x.example/a.yml")]
    [InlineData(".gitlab-ci.yml", "include:\n  - remote: https://x.example/a.yml\n    integrity: sha256-abc=\n", null)]
    [InlineData(".gitlab-ci.yml", "include:\n  - component: x.example/a/b@~latest\n", "x.example/a/b@~latest")]
    [InlineData(".gitlab-ci.yml", "include:\n  - component: x.example/a/b@1.2.3\n  - local: x.yml\n", null)]
    public void Parts_of_pipelines_from_elsewhere_name_one_version(string path, string text, string? subject)
    {
        var findings = Inspection.Of((path, text));

        findings.Select(finding => finding.Rule).ShouldBe(subject is null ? [] : ["unpinned-install"]);
        findings.ShouldAllBe(finding => finding.Message.Contains(subject!));
    }

    [Fact]
    public void A_pipeline_that_is_no_YAML_is_said_to_be_unread_and_what_comes_before_is_read()
    {
        var findings = Inspection.Of((".gitlab-ci.yml", "a:\n  script: pip install black\n---\nb: [\n"));

        findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal).ShouldBe(["unpinned-install", "unreadable"]);
    }

    [Fact]
    public void A_runner_of_Azure_that_moves_is_found() =>
        Inspection.Of(("azure-pipelines.yml", "pool:\n  vmImage: ubuntu-latest\n")).ShouldHaveSingleItem().Rule.ShouldBe("floating-runner");
}
