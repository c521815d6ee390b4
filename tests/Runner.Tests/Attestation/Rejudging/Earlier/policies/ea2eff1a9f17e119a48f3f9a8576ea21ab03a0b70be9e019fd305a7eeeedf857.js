function judge(evidence, settings, report) {
  evidence.yaml.forEach(function (doc) {
    doc.find("**.image").forEach(function (image) {
      if (image.value.indexOf(":latest") > 0) { report.error("latest", "Pin " + image.value, image); }
    });
  });
}
