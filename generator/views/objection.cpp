#include "views/objection.hpp"

#include <algorithm>

#include "text/html_escape.hpp"

namespace gongshi {
namespace {

// Everything but unreserved characters, so that it is one value of a query.
std::string percent_encode_value(std::string_view text) {
  std::string encoded = percent_encode_path(text);
  for (std::size_t at = encoded.find('/'); at != std::string::npos; at = encoded.find('/', at))
    encoded.replace(at, 1, "%2F");
  return encoded;
}

std::string form_address(const SiteConfig& config, const std::string& id, const std::string& page) {
  if (!config.oversight || config.oversight->form_url.text.empty()) return {};
  const std::string& form = config.oversight->form_url.text;
  if (id.empty()) return form;
  return form + (form.find('?') == std::string::npos ? "?" : "&") + "id=" + percent_encode_value(id) +
         (page.empty() ? "" : "&page=" + percent_encode_value(page));
}

std::string mail_address(const ViewContext& context, const Contact& contact, const std::string& id,
                         const std::string& title) {
  if (contact.email.empty()) return {};
  const std::string subject = id.empty()
                                  ? context.word("objection.subject")
                                  : context.sentence("objection.subject_of", {{"id", id}, {"title", title}});
  return "mailto:" + contact.email + "?subject=" + percent_encode_value(subject);
}

std::string phone_address(const std::string& phone) {
  std::string digits;
  std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
               [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
  return digits.empty() ? std::string() : "tel:" + digits;
}

}  // namespace

ViewObject objection_view(const ViewContext& context, std::string_view from, const std::string& id,
                          const std::string& title) {
  const SiteConfig& config = context.site().config();
  const Contact none;
  const Contact& contact = config.contact ? *config.contact : none;
  const std::string& base = config.base_url.text;
  const std::string page = base.empty() ? std::string() : base + percent_encode_path(from);
  const std::string code = config.government ? config.government->site_id_code : std::string();
  ViewObject view;
  const std::string form = form_address(config, id, page);
  view.set("form", form)
      .set("mail", mail_address(context, contact, id, title))
      .set("mail_text", contact.email)
      .set("phone", phone_address(contact.phone))
      .set("phone_text", contact.phone)
      .set("address", contact.address)
      .set("hours", contact.hours)
      .set("number", id)
      .set("report", code.empty() || page.empty()
                         ? std::string()
                         : "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=" +
                               percent_encode_value(code) + "&url=" + percent_encode_value(page));
  view.set("any",
           !(form.empty() && contact.email.empty() && contact.phone.empty() && contact.address.empty()));
  return view;
}

}  // namespace gongshi
